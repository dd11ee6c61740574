"""What did not pass, as annotations: each beside the line it is about."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec

from grader.ci.places import Places
from grader.ci.result import Judged
from grader.ci.workflow import command
from grader.export.place import Place
from grader.language import gettext as _
from grader.language import ngettext
from grader.records import CheckResult, Outcome
from grader.report.outcomes import LOOKS
from grader.report.plain import headline, said, title
from grader.report.progress import TaskProgress, by_task, heading, shared_reason

MOST_CHECKS = 5  # checks in one annotation
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
    """A title and a message beside a line of a file; ``lost`` is what it cost, in points."""

    level: Level
    path: str
    line: int
    title: str
    message: str
    lost: float = 0.0


def annotations_of(judged: Judged) -> Iterator[Annotation]:
    """Yield what there is to say of one exercise, in the order of its tasks.

    Checks of one task that point to one line are one annotation, and what all say alike is said
    once.
    """
    exercise, places = judged.exercise, Places(judged)
    name = f"{exercise.name}: {exercise.title}"
    if judged.attempt is None:
        yield Annotation(Level.ERROR, judged.path, 1, name, judged.reason, exercise.points)
        return
    if notes := "\n".join(judged.notes):  # say, that work lies beside the file to hand in
        yield Annotation(Level.NOTICE, judged.path, 1, name, notes, exercise.points)
    tasks = by_task(judged.attempt, exercise)
    if reason := shared_reason(tasks):
        first = places.of(tasks[0].checks[0])
        yield Annotation(Level.ERROR, first.path, first.line, name, reason, exercise.points)
        return
    for task in tasks:
        yield from _of_task(task, places)


def open_checks(task: TaskProgress) -> list[CheckResult]:
    """Return the checks that did not pass; only the first of those with a mistake explains it."""
    return [
        check
        if check.id in task.explaining
        else msgspec.structs.replace(check, mistake=None, mistake_explanation=None)
        for check in task.checks
        if check.outcome is not Outcome.PASSED
    ]


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


def _of_task(task: TaskProgress, places: Places) -> Iterator[Annotation]:
    groups: dict[tuple[Level, Place], list[CheckResult]] = {}
    for check in open_checks(task):
        groups.setdefault((_LEVELS[check.outcome], places.of(check)), []).append(check)
    for (level, where), checks in groups.items():
        hints = [f"{_('Hint')}: {hint}" for hint in task.hints]
        yield Annotation(
            level,
            where.path,
            where.line,
            heading(task.number, task.title),
            "\n\n".join([task.reason or _told(checks), *hints]),
            sum(check.max_points - check.points for check in checks),
        )


def _told(checks: Sequence[CheckResult]) -> str:
    """Return all about the first check, and in short what the next ones say."""
    first, *others = [f"{LOOKS[check.outcome].symbol} {title(check)}" for check in checks]
    lines = [f"{first}\n{said(checks[0])}\n"]
    lines += [f"{name} {headline(check)}" for name, check in zip(others, checks[1:], strict=True)]
    more = len(lines) - MOST_CHECKS
    if more > 0:
        text = ngettext("… and {count} more check", "… and {count} more checks", more)
        lines[MOST_CHECKS:] = [text.format(count=more)]
    return "\n".join(lines).strip()
