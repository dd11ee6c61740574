"""What did not pass, as annotations: each beside the line it is about."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from grader.ci.outcome import Judged
from grader.ci.places import Places
from grader.ci.workflow import command
from grader.language import gettext as _
from grader.language import ngettext
from grader.records import CheckResult, Outcome
from grader.report.plain import said, title
from grader.report.progress import TaskProgress, by_task, heading, shared_reason

MOST = 9  # of each level in one step; GitHub drops the eleventh, and one says how many more


class Level(StrEnum):
    """How much an annotation matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_LEVELS = {
    Outcome.FAILED: Level.ERROR,
    Outcome.TIMED_OUT: Level.ERROR,
    Outcome.BLOCKED: Level.NOTICE,  # the earlier task is what there is to do
    Outcome.BROKEN: Level.WARNING,
}


class Annotation(NamedTuple):
    """A text beside a line; ``lost`` is what it cost."""

    level: Level
    path: str
    line: int
    title: str
    message: str
    lost: float = 0.0


def annotations_of(judged: Judged) -> Iterator[Annotation]:
    """Yield what there is to say of one exercise, in the order of its tasks.

    What all checks of a task say alike is said once.
    """
    exercise, places = judged.exercise, Places(judged)
    if judged.attempt is None:
        name = f"{exercise.name}: {exercise.title}"
        yield Annotation(Level.ERROR, judged.path, 1, name, judged.reason, exercise.points)
        return
    tasks = by_task(judged.attempt, exercise)
    if reason := shared_reason(tasks):
        first = places.of(tasks[0].checks[0])
        name = f"{exercise.name}: {exercise.title}"
        yield Annotation(Level.ERROR, first.path, first.line, name, reason, exercise.points)
        return
    for task in tasks:
        if task.reason and task.outcome is not Outcome.PASSED:
            yield _of_task(task, places)
            continue
        for check in task.checks:
            if check.outcome is not Outcome.PASSED:
                yield _of_check(check, places)


def commands(annotations: Sequence[Annotation]) -> Iterator[str]:
    """Yield the commands that make annotations, of each level the ones that cost most."""
    for level in Level:
        of_level = [each for each in annotations if each.level is level]
        costly = sorted(range(len(of_level)), key=lambda n: -of_level[n].lost)[:MOST]
        for each in (of_level[n] for n in sorted(costly)):
            yield command(
                level, each.message, file=each.path, line=str(each.line), title=each.title
            )
        if more := len(of_level) - len(costly):
            text = ngettext(
                "{count} more is in the summary of this run.",
                "{count} more are in the summary of this run.",
                more,
            )
            yield command(level, text.format(count=more), title=_("And more"))


def _of_task(task: TaskProgress, places: Places) -> Annotation:
    lines = [places.of(check) for check in task.checks]
    where = lines[0] if len(set(lines)) == 1 else places.of_task(task.number)
    hints = [f"{_('Hint')}: {hint}" for hint in task.hints]
    message = "\n".join([task.reason, *hints])
    name = heading(task.number, task.title)
    lost = task.max_points - task.points
    return Annotation(_LEVELS[task.outcome], where.path, where.line, name, message, lost)


def _of_check(check: CheckResult, places: Places) -> Annotation:
    where = places.of(check)
    lost = check.max_points - check.points
    return Annotation(
        _LEVELS[check.outcome], where.path, where.line, title(check), said(check), lost
    )
