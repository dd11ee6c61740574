"""What is done with a gradebook: ``grade report`` and ``grade adjust``."""

import math
from collections.abc import Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from grader import language
from grader.cli.exercise import login_name
from grader.cli.options import (
    GRADEBOOK,
    REPORTS,
    exercises_option,
    gradebook_option,
    lang_option,
    open_course,
    reports_option,
    roster_option,
)
from grader.course import Course
from grader.decisions import Adjustment, Kind
from grader.errors import ExitCode, UsageError
from grader.language import gettext as _
from grader.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.gradebook import Gradebook

_MOST, _MOST_DAYS = 1_000_000, 3650
_DECISIONS = {
    Kind.ADD: "Add points, which may be negative.",
    Kind.SET: "Set the score.",
    Kind.EXTEND: "Move the deadline by so many days.",
    Kind.FREE_DAYS: "Give more free days, for the whole course.",
}


@contextmanager
def opened(course: Course, url: str | None) -> "Iterator[Gradebook]":
    """Open a gradebook that is there: none is made by asking for it."""
    from grader.gradebook import Gradebook  # noqa: PLC0415 - see `batch`

    file = (url or str(course.root / GRADEBOOK)).removeprefix("sqlite:///")
    path = Path(file)
    if "://" not in file and not path.exists():
        raise UsageError(
            _("There is no gradebook {path}. `grade batch` makes it; --gradebook names another.")
            .format(path=path)
        )  # fmt: skip
    with Gradebook(url or path) as book:
        yield book


@click.command()
@click.argument("students", metavar="[STUDENT]...", nargs=-1)
@exercises_option("Only this exercise; may be given again (default: all).")
@gradebook_option
@reports_option
@lang_option
def report(
    *,
    students: Sequence[str],
    names: Sequence[str],
    gradebook: str | None,
    reports: Path | None,
    lang: language.Language | None,
) -> int:
    """Write the pages of a class again from its gradebook, without grading (default: everyone)."""
    course = open_course(lang)
    exercises = {exercise.name for exercise in course.chosen(names)}
    from grader.class_reports import ClassReports  # noqa: PLC0415 - see `batch`
    from grader.report.ink import say  # noqa: PLC0415

    with opened(course, gradebook) as book:
        pages = ClassReports(course, book, reports or course.root / REPORTS / "class")
        keys = {(each.student, each.exercise): each.key for each in book.standings()}
        known = {student for student, _exercise in keys}
        if unknown := [student for student in students if student not in known]:
            raise UsageError(
                _("The gradebook has no attempt of {student}. Check the name.").format(
                    student=unknown[0]
                )
            )
        count = 0
        for attempt in book.latest():
            if attempt.exercise in exercises and (not students or attempt.student in students):
                pages.write(attempt, keys[attempt.student, attempt.exercise])
                count += 1
        page = pages.write_class()
    said = ngettext("{count} report written.", "{count} reports written.", count)
    console = Console()
    console.print(said.format(count=count))
    say(_("Class: {path}").format(path=page), console)
    return ExitCode.PASSED


@click.command()
@click.argument("student")
@click.argument("exercise", required=False)
@click.option("--add", type=click.FloatRange(-_MOST, _MOST), metavar="POINTS", help=_DECISIONS[Kind.ADD])  # noqa: E501 # fmt: skip
@click.option("--set", "set_to", type=click.FloatRange(0, _MOST), metavar="POINTS", help=_DECISIONS[Kind.SET])  # noqa: E501 # fmt: skip
@click.option("--excuse", is_flag=True, help="The exercise does not count.")
@click.option("--extend", type=click.IntRange(1, _MOST_DAYS), metavar="DAYS", help=_DECISIONS[Kind.EXTEND])  # noqa: E501 # fmt: skip
@click.option("--free-days", type=click.IntRange(1, _MOST_DAYS), metavar="DAYS", help=_DECISIONS[Kind.FREE_DAYS])  # noqa: E501 # fmt: skip
@click.option("--clear", is_flag=True, help="Take back what was decided before.")
@click.option("--reason", default="", metavar="TEXT", help="Why; the student can read it.")
@roster_option("Find the student by any name in this roster.")
@gradebook_option
@lang_option
def adjust(  # noqa: PLR0913 - one for each option
    *,
    student: str,
    exercise: str | None,
    add: float | None,
    set_to: float | None,
    excuse: bool,
    extend: int | None,
    free_days: int | None,
    clear: bool,
    reason: str,
    roster: Path | None,
    gradebook: str | None,
    lang: language.Language | None,
) -> int:
    """Decide by hand about a STUDENT's score at an EXERCISE; nothing recorded is overwritten.

    With --reason alone, it is a comment.
    """
    course = open_course(lang)
    asked = {
        Kind.ADD: add,
        Kind.SET: set_to,
        Kind.EXCUSE: 0.0 if excuse else None,
        Kind.EXTEND: extend,
        Kind.FREE_DAYS: free_days,
        Kind.CLEAR: 0.0 if clear else None,
    }
    decided = [(kind, value) for kind, value in asked.items() if value is not None]
    kind, value = _one_of(decided, reason)
    if math.isnan(value):
        raise UsageError(_("Points are a number."))
    if (kind is Kind.FREE_DAYS) != (exercise is None) and kind is not Kind.CLEAR:
        raise UsageError(
            _("Free days are for the whole course: name no exercise.")
            if exercise
            else _("Name the exercise, as in: grade adjust STUDENT EXERCISE --add 2.")
        )
    with opened(course, gradebook) as book:
        adjustment = Adjustment(
            student=_known(student, book, roster),
            exercise=course.exercise(exercise).name if exercise else "",
            kind=kind,
            value=float(value),
            reason=reason,
            author=login_name(),
        )
        book.adjust(adjustment)
        _show_result(course, book, adjustment)
    click.echo(_("`grade report` writes this into the pages."))
    return ExitCode.PASSED


def _known(name: str, book: "Gradebook", roster: Path | None) -> str:
    """Return the identity of a student of the roster or the gradebook; refuse any other name."""
    from grader.intake import identity  # noqa: PLC0415 - see `batch`
    from grader.intake.roster import Roster, read_roster  # noqa: PLC0415

    graded = dict.fromkeys((standing.student for standing in book.standings()), ())
    student = (read_roster(roster) if roster else Roster(graded)).find(identity(name))
    if student is not None:
        return student
    close = get_close_matches(name, graded, n=1)
    hint = _(" Did you mean {name}?").format(name=close[0]) if close else ""
    raise UsageError(
        _(
            "Nobody is called {student}.{hint} Who has handed in nothing yet is found with "
            "--roster."
        ).format(student=name, hint=hint)
    )


def _one_of(decided: Sequence[tuple[Kind, float]], reason: str) -> tuple[Kind, float]:
    if len(decided) == 1:
        return decided[0]
    if not decided and reason:
        return Kind.COMMENT, 0.0
    raise UsageError(
        _(
            "Say one thing at a time: --add, --set, --excuse, --extend, --free-days, --clear, or "
            "only --reason."
        )
    )


def _show_result(course: Course, book: "Gradebook", adjustment: Adjustment) -> None:
    from grader.finals import Finals  # noqa: PLC0415 - see `batch`

    for scored in Finals(course, book).scores(only=adjustment.student):
        final = scored.final
        if adjustment.exercise in ("", final.exercise):
            said = _("excused") if final.is_excused else f"{final.score:g} / {final.max_score:g}"
            click.echo(f"{scored.student} · {final.exercise}: {said}")
