"""``grade export canvas`` and ``grade export moodle``: sheets that a teacher downloaded, filled."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader import language
from grader.cli.book import opened
from grader.cli.options import (
    FILE,
    exercises_option,
    gradebook_option,
    lang_option,
    open_course,
    roster_option,
)
from grader.cli.output import output_option, write_output
from grader.course import Course
from grader.errors import ExitCode, UsageError
from grader.language import gettext as _
from grader.language import ngettext

if TYPE_CHECKING:
    from grader.export.sheet import ByStudent, Filled
    from grader.intake.roster import Roster

_column = click.option("--column", help="The column to fill, by its title or number (default: the one named like the exercise).")  # noqa: E501 # fmt: skip
_scale = click.option("--scale", is_flag=True, help="Convert the points where the sheet has others than the exercise.")  # noqa: E501 # fmt: skip


def _options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of both platforms."""
    for option in (lang_option, output_option, gradebook_option, roster_option(), _scale, _column):
        command = option(command)
    return command


@click.command()
@click.option("--into", "sheet", type=FILE, required=True, help="The gradebook as Canvas exported it.")  # noqa: E501 # fmt: skip
@exercises_option("Only this exercise; may be given again (default: all with a column).")
@_options
def canvas(
    *,
    sheet: Path,
    names: Sequence[str],
    column: str | None,
    scale: bool,
    roster: Path | None,
    gradebook: str | None,
    output: Path | None,
    lang: language.Language | None,
) -> int:
    """Fill a gradebook that Canvas exported, to be imported there again."""
    from grader.export.canvas import fill_canvas  # noqa: PLC0415 - see grader.cli
    from grader.export.sheet import read_sheet  # noqa: PLC0415

    course = open_course(lang)
    exercises = course.chosen(names)
    if column and len(exercises) != 1:
        raise UsageError(_("--column is for one exercise: name it with --exercise."))
    finals, known = _class(course, gradebook, roster)
    data, filled = fill_canvas(
        read_sheet(sheet), exercises, finals, known, column=column, scale=scale
    )
    write_output(data, output)
    return _say(filled)


@click.command()
@click.option("--into", "sheet", type=FILE, help="Fill this grading worksheet of an assignment (default: write a table for Moodle's gradebook import).")  # noqa: E501 # fmt: skip
@exercises_option("Only this exercise; a worksheet is for one (default: all).")
@_options
def moodle(
    *,
    sheet: Path | None,
    names: Sequence[str],
    column: str | None,
    scale: bool,
    roster: Path | None,
    gradebook: str | None,
    output: Path | None,
    lang: language.Language | None,
) -> int:
    """Fill a grading worksheet of Moodle, or write a table for its gradebook import."""
    from grader.export.moodle import fill_moodle, write_moodle  # noqa: PLC0415 - see grader.cli
    from grader.export.sheet import read_sheet  # noqa: PLC0415

    course = open_course(lang)
    exercises = course.chosen(names)
    if sheet is not None and len(exercises) != 1:
        raise UsageError(_("A worksheet is for one exercise: name it with --exercise."))
    finals, known = _class(course, gradebook, roster)
    if sheet is None:
        write_output(write_moodle(finals, [exercise.name for exercise in exercises]), output)
        return ExitCode.PASSED
    data, filled = fill_moodle(
        read_sheet(sheet), exercises[0].name, finals, known, column=column, scale=scale
    )
    write_output(data, output)
    return _say(filled)


def _class(course: Course, gradebook: str | None, path: Path | None) -> "tuple[ByStudent, Roster]":
    """Return the scores of a class, and by which names its students are known."""
    from grader.export.sheet import by_student  # noqa: PLC0415 - see grader.cli
    from grader.finals import Finals  # noqa: PLC0415
    from grader.intake.roster import Roster, read_roster  # noqa: PLC0415

    with opened(course, gradebook) as book:
        finals = by_student(Finals(course, book).scores())
    return finals, read_roster(path) if path else Roster(dict.fromkeys(finals, ()))


def _say(filled: "Filled") -> int:
    """Say how many scores were written, and what was not; the data may be on standard output."""
    for problem in filled.problems:
        click.echo(problem, err=True)
    count = len(filled.students)
    said = ngettext("{count} student has a score.", "{count} students have a score.", count)
    click.echo(said.format(count=count), err=True)
    return ExitCode.NOT_ALL_PASSED if filled.problems or not count else ExitCode.PASSED
