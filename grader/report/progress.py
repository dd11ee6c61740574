"""From the flat list of checks to what a student wants to know: how far, and what next.

Both reports are made from this, so that they tell the same story.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from grader.exercise import Exercise, Task
from grader.language import current, ngettext
from grader.language import gettext as _
from grader.records import Attempt, CheckResult, Outcome, Visibility
from grader.report.outcomes import not_done

_SENTENCE_END = re.compile(r"(?<=[.?!])\s")
# What a task is called by when its checks ended differently: the first of these that occurred.
_WORST_FIRST = (
    Outcome.FAILED,
    Outcome.TIMED_OUT,
    Outcome.BLOCKED,
    Outcome.BROKEN,
    Outcome.PASSED,
)


class TaskProgress(NamedTuple):
    """The checks of one task in one attempt.

    Attributes
    ----------
    number, title, functions, formula
        As the exercise declares them; all but the number are empty for a task that is gone.
    hints
        What helps with the checks that did not pass.
    checks
        In the order of the suite.
    reason
        The message all of its checks share when none could say more than that, such as "Task 2 is
        not done yet."; then one line tells the whole story.
    """

    number: int
    title: str
    functions: tuple[str, ...]
    hints: tuple[str, ...]
    checks: tuple[CheckResult, ...]
    reason: str
    formula: str = ""

    @property
    def outcome(self) -> Outcome:
        """Return the worst outcome among the checks."""
        outcomes = {check.outcome for check in self.checks}
        return next(outcome for outcome in _WORST_FIRST if outcome in outcomes)

    @property
    def passed(self) -> int:
        """Return how many checks passed."""
        return sum(check.outcome is Outcome.PASSED for check in self.checks)

    @property
    def explaining(self) -> frozenset[str]:
        """Return the ids of the checks that are the first to name their mistake.

        Only these explain it: a mistake that fails five checks is to be read about once.
        """
        named = [check for check in self.checks if check.mistake]
        first = {check.mistake: check.id for check in reversed(named)}
        return frozenset(first.values())

    @property
    def first_explained(self) -> str:
        """Return the id of the first check whose mistake is explained, or nothing."""
        return next((check.id for check in self.checks if check.id in self.explaining), "")

    @property
    def points(self) -> float:
        """Return the points earned."""
        return sum(check.points for check in self.checks)

    @property
    def max_points(self) -> float:
        """Return the points there are."""
        return sum(check.max_points for check in self.checks)

    @property
    def tally(self) -> str:
        """Return "3 of 4 checks"."""
        count = len(self.checks)
        said = ngettext("{passed} of {count} check", "{passed} of {count} checks", count)
        return said.format(passed=self.passed, count=count)


class NextStep(NamedTuple):
    """The one thing to do now: a headline, why, and the commands that help."""

    headline: str
    text: str
    commands: tuple[str, ...]
    task: int | None = None
    check: CheckResult | None = None


def by_task(attempt: Attempt, exercise: Exercise) -> tuple[TaskProgress, ...]:
    """Group the checks of `attempt` by task, in the order of the tasks."""
    known = {task.number: task for task in exercise.tasks}
    numbers = sorted({check.task for check in attempt.checks})
    everywhere = len(numbers) > 1 and bool(_shared_message(attempt.checks))
    tasks = []
    for number in numbers:
        checks = tuple(check for check in attempt.checks if check.task == number)
        task = known.get(number)  # an old attempt may know a task that is gone
        tasks.append(
            TaskProgress(
                number=number,
                title=str(task.title) if task else "",
                functions=task.functions if task else (),
                hints=_hints(checks, task),
                checks=checks,
                reason=_reason(checks, exercise, everywhere=everywhere),
                formula=task.formula if task else "",
            )
        )
    return tuple(tasks)


def next_step(tasks: Sequence[TaskProgress], exercise: Exercise) -> NextStep:
    """Choose what to do next: the first check of the first task that the student can mend."""
    if not tasks:
        return NextStep(_("Nothing was checked"), _("This attempt has no checks."), ())
    if reason := shared_reason(tasks):
        headline = _("Fix {file} first").format(file=exercise.stub.name)
        return NextStep(headline, reason, (f"grade {exercise.name}",))
    for wanted in ((Outcome.FAILED, Outcome.TIMED_OUT), (Outcome.BLOCKED,)):
        for task in tasks:
            for check in task.checks:
                if check.outcome in wanted:
                    return _work_on(task, check, exercise)
    broken = sum(check.outcome is Outcome.BROKEN for task in tasks for check in task.checks)
    if broken:
        return NextStep(
            headline=_("Nothing is left for you to do"),
            text=ngettext(
                "The grader itself failed on {count} check. It costs you nothing; please tell "
                "your instructor.",
                "The grader itself failed on {count} checks. It costs you nothing; please tell "
                "your instructor.",
                broken,
            ).format(count=broken),
            commands=(),
        )
    return NextStep(
        headline=_("Everything passes. Well done!"),
        text=_("See which exercise comes next:"),
        commands=("grade",),
    )


def shared_reason(tasks: Sequence[TaskProgress]) -> str:
    """Return the reason that stops every task alike, such as a file that cannot be read."""
    reasons = {task.reason for task in tasks}
    return reasons.pop() if len(reasons) == 1 and len(tasks) > 1 else ""


def heading(number: int, title: str) -> str:
    """Return "Task 2: Softmax", or "Task 2" when the exercise no longer has that task."""
    if not title:
        return _("Task {number}").format(number=number)
    return _("Task {number}: {title}").format(number=number, title=title)


def points(value: float) -> str:
    """Write points without needless zeros: 2, 2.5, 6.67."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def out_of(score: float, most: float) -> str:
    """Return a score in words, with the points there are."""
    return _("{score} of {max_score} points").format(score=points(score), max_score=points(most))


def looks_like(check: CheckResult, *, explained: bool = False) -> str:
    """Name the mistakes of a check to the student; with `explained`, their explanations follow.

    A mistake's name is English; in another language its explanation begins as a title would.
    """
    names = (check.mistake or "").replace("_", " ").split(" | ")
    explanations = (check.mistake_explanation or "").split("\n\n")
    if current() != "en" and any(explanations):
        if explained:
            return _("This looks like a mistake we know:")
        names = [_SENTENCE_END.split(text, maxsplit=1)[0] for text in explanations]
    return _("This looks like: {mistake}").format(mistake=" / ".join(names))


def _work_on(task: TaskProgress, check: CheckResult, exercise: Exercise) -> NextStep:
    if not task.reason:
        text = _("Make this true: {title}").format(title=check.title)
    elif task.functions:
        functions = ", ".join(f"`{name}`" for name in task.functions)
        text = _("Work on {functions}.").format(functions=functions)
    else:
        text = _("Work on {file}.").format(file=exercise.stub.name)
    return NextStep(
        headline=heading(task.number, task.title),
        text=text,
        commands=(f"grade hint {exercise.name} {task.number}", f"grade {exercise.name}"),
        task=task.number,
        check=None if task.reason else check,
    )


def _hints(checks: Sequence[CheckResult], task: Task | None) -> tuple[str, ...]:
    """Collect the hints of the checks that did not pass; the task's own stands in for none."""
    open_checks = [check for check in checks if check.outcome is not Outcome.PASSED]
    hints = tuple(dict.fromkeys(check.hint for check in open_checks if check.hint))
    return hints or ((str(task.hint),) if open_checks and task else ())


def _reason(checks: Sequence[CheckResult], exercise: Exercise, *, everywhere: bool) -> str:
    """Return the shared message if it is about the task as a whole, and not a bare "differs".

    It is when every check of every task says it (a file that cannot be read), when it is that of
    a stub, or when a visible check has no more to say (its values would be shown).
    """
    message = _shared_message(checks)
    stubs = {not_done(task.number) for task in exercise.tasks}
    visible = any(check.visibility is Visibility.VISIBLE for check in checks)
    return message if everywhere or visible or message in stubs else ""


def _shared_message(checks: Sequence[CheckResult]) -> str:
    messages = {check.message for check in checks}
    if len(messages) != 1 or any(_says_more(check) for check in checks):
        return ""
    return messages.pop()


def _says_more(check: CheckResult) -> bool:
    return (
        check.outcome is Outcome.PASSED
        or check.mistake is not None
        or check.expected is not None
        or check.actual is not None
    )
