"""Everything a person reads on the terminal: attempt, overview, hint, doctor."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.course import Course
from grader.exercise import Exercise, Task
from grader.language import gettext as _
from grader.language import ngettext
from grader.records import Attempt, CheckResult, Outcome
from grader.report.clean import bounded, one_line, unwrapped, visible
from grader.report.compare import aligned
from grader.report.heat import in_words
from grader.report.ink import bar, cells, name, prose, show, show_next_step, symbol
from grader.report.outcomes import word
from grader.report.progress import (
    NextStep,
    TaskProgress,
    by_task,
    heading,
    looks_like,
    next_step,
    out_of,
    points,
    shared_reason,
)

DETAILED_CHECKS = 5  # per task; the rest show no values, explanation or output
PASSED_TITLES = 12  # more passed checks than this become one line
SHORT_REASON = 40  # a longer one gets a line of its own


class Finding(NamedTuple):
    """One line of ``grade doctor``: what was tried, whether it works, and how to mend it.

    What is `optional` may be missing: most people do without.
    """

    name: str
    works: bool
    detail: str
    remedy: str = ""
    optional: bool = False


def show_attempt(attempt: Attempt, exercise: Exercise, console: Console) -> None:
    """Show the score, each task and its checks, and at the end the one next step."""
    tasks = by_task(attempt, exercise)
    _show_score(attempt, exercise, console)
    for note in attempt.notes:
        show(console, prose(_("Note: {note}").format(note=note), console, "yellow"))
    show(console, _task_rows(tasks, console), above=1)
    for task in tasks:
        if task.outcome is not Outcome.PASSED and not task.reason:
            _show_task(task, console)
    show_next_step(next_step(tasks, exercise), console)


def show_overview(course: Course, attempts: Mapping[str, Attempt], console: Console) -> None:
    """List the exercises with the latest score of each, and say which to do next."""
    done = {
        exercise.name
        for exercise in course.exercises
        if (attempt := attempts.get(exercise.name)) and attempt.score >= attempt.max_score
    }
    table = Table.grid(padding=(0, 2))
    for exercise in course.exercises:
        attempt = attempts.get(exercise.name)
        earned, most = (attempt.score, attempt.max_score) if attempt else (0, exercise.points)
        score = f"{points(earned)} / {points(most)}" if attempt else ""
        table.add_row(
            symbol(Outcome.PASSED, console) if exercise.name in done else Text(),
            Text(exercise.name),
            name(str(exercise.title)),
            bar(earned, most, width=12),
            Text(score) if attempt else Text(_("not graded yet"), style="dim"),
        )
    show(console, name(str(course.title)), above=1)
    show(console, table, above=1)
    upcoming = [exercise for exercise in course.exercises if exercise.name not in done]
    show_next_step(_next_exercise(upcoming), console)


def show_hint(exercise: Exercise, task: Task, console: Console) -> None:
    """Show the hint of one task."""
    title = f"{exercise.name} · {heading(task.number, str(task.title))}"
    show(console, name(title), above=1)
    show(console, prose(unwrapped(str(task.hint)), console), above=1)
    console.print()


def show_keys(console: Console) -> None:
    """Say which keys do what in watch mode."""
    keys = _(
        "Watching. Save to grade again, or press: h hint, n next, l list, o open report, q quit."
    )
    show(console, Text(keys, style="dim"), above=1)


def show_doctor(findings: Iterable[Finding], console: Console) -> None:
    """Show what works on this machine, and how to mend what does not."""
    table = Table.grid(padding=(0, 2))
    for overflow in ("ellipsis", "ellipsis", "ellipsis", "fold"):  # no path loses its end
        table.add_column(overflow=overflow)
    for finding in findings:
        text = prose(finding.detail, console)
        if finding.remedy and not finding.works:
            text.append("\n").append_text(prose(finding.remedy, console))
        if finding.works:
            outcome, verdict = Outcome.PASSED, _("works")
        elif finding.optional:
            outcome, verdict = Outcome.BLOCKED, _("optional")
        else:
            outcome, verdict = Outcome.FAILED, _("does not work")
        table.add_row(symbol(outcome, console), name(finding.name), Text(verdict), text)
    show(console, table, above=1)
    console.print()


def _next_exercise(upcoming: Sequence[Exercise]) -> NextStep:
    if not upcoming:
        return NextStep(headline=_("Every exercise is done. Well done!"), text="", commands=())
    exercise = upcoming[0]
    text = _("Read {readme}, fill in {file}, then grade it:").format(
        readme=f"exercises/{exercise.name}/README.md", file=exercise.stub.name
    )
    return NextStep(str(exercise.title), text, (f"grade {exercise.name}",))


def _show_score(attempt: Attempt, exercise: Exercise, console: Console) -> None:
    title = name(str(exercise.title)).append(f"  {exercise.name}", style="not bold dim")
    table = Table.grid(expand=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_row(title, Text(out_of(attempt.score, attempt.max_score), style="bold"))
    show(console, table, above=1)
    show(console, bar(attempt.score, attempt.max_score))


def _task_rows(tasks: Sequence[TaskProgress], console: Console) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    shared = shared_reason(tasks)
    for task in tasks:
        title = name(heading(task.number, task.title), style="")
        tail = task.tally
        if task.reason and not shared:
            if len(reason := one_line(task.reason)) <= SHORT_REASON:
                tail = reason
            else:
                title.append("\n").append_text(prose(task.reason, console, "dim"))
        score = f"{points(task.points)} / {points(task.max_points)}"
        table.add_row(symbol(task.outcome, console), title, Text(tail, style="dim"), Text(score))
    return table


def _show_task(task: TaskProgress, console: Console) -> None:
    show(console, name(heading(task.number, task.title)), above=1)
    detailed = 0
    for check in task.checks:
        if check.outcome is Outcome.PASSED:
            if task.passed <= PASSED_TITLES:
                _show_line(check.outcome, check.title, console)
            continue
        _show_line(check.outcome, check.title, console)
        if check.outcome is Outcome.BLOCKED:
            continue
        if detailed < DETAILED_CHECKS:
            detailed += 1
            _show_details(check, console, explain=check.id in task.explaining)
        else:
            _show_summary(check, console)
    if task.passed > PASSED_TITLES:
        more = ngettext("{count} check", "{count} checks", task.passed).format(count=task.passed)
        _show_line(Outcome.PASSED, more, console)


def _show_line(outcome: Outcome, title: str, console: Console) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(overflow="fold")
    table.add_row(
        symbol(outcome, console).append(f" {word(outcome)}"), prose(one_line(title), console)
    )
    show(console, table, indent=4)


def _show_summary(check: CheckResult, console: Console) -> None:
    if check.message:
        show(console, prose(one_line(check.message), console), indent=8)
    if check.mistake:
        show(console, name(looks_like(check), "bold yellow"), indent=8)


def _show_details(check: CheckResult, console: Console, *, explain: bool) -> None:
    if check.message:
        show(console, prose(check.message, console), indent=8)
    if values := _values(check):
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for label, value in values:
            table.add_row(Text(label, style="dim"), value)
        show(console, table, indent=8)
    if check.errors is not None:
        show(console, prose(in_words(check.errors), console), indent=8)
    if check.mistake:
        show(console, name(looks_like(check, explained=explain), "bold yellow"), indent=8)
        if explain:
            show(console, prose(unwrapped(check.mistake_explanation or ""), console), indent=8)
    if check.output.strip():
        show(console, Text(_("What your code printed"), style="dim"), indent=8)
        output = bounded(visible(check.output), lines=8, columns=160)
        show(console, Text(output, style="dim"), indent=10)


def _values(check: CheckResult) -> list[tuple[str, Text]]:
    given, expected, actual = (
        None if value is None else bounded(visible(value), lines=12, columns=160)
        for value in (check.input, check.expected, check.actual)
    )
    rows = [(_("Input"), Text(given))] if given is not None else []
    if expected is not None and actual is not None:
        left, right = aligned(expected, actual)
        rows.append((_("Expected"), cells(left, "bold green")))
        rows.append((_("Got"), cells(right, "bold underline red")))
    elif expected is not None:
        rows.append((_("Expected"), Text(expected)))
    elif actual is not None:
        rows.append((_("Got"), Text(actual)))
    return rows
