"""Moodle: a table for its gradebook import, and the grading worksheet of an assignment.

The worksheet is written in the language of the site, so the one that a teacher downloaded is
filled. Its ``Grade`` column is known by its name, or named with ``--column``.
"""

import re
from collections.abc import Sequence

from grader.errors import UsageError
from grader.export.csv import number, safe
from grader.export.sheet import (
    ByStudent,
    Column,
    Filled,
    Sheet,
    choose,
    fill,
    number_in,
    owners,
    write_rows,
)
from grader.intake.quoting import brief, shown
from grader.intake.roster import Roster, folded
from grader.language import gettext as _

_GRADE = {"grade", "성적", "점수"}
_IDENTIFIER = re.compile(r"\D*(\d+)")


def write_moodle(finals: ByStudent, exercises: Sequence[str]) -> bytes:
    """Return one row for each student with a column for each exercise; empty is no grade."""
    rows = [["student", *exercises]]
    for student, own in finals.items():
        cells = [
            "" if (final := own.get(name)) is None or final.is_excused else number(final.score)
            for name in exercises
        ]
        rows.append([safe(student), *cells])
    return write_rows(rows, ",")


def fill_moodle(
    sheet: Sheet,
    exercise: str,
    finals: ByStudent,
    roster: Roster,
    *,
    column: str | None = None,
    scale: bool = False,
) -> tuple[bytes, Filled]:
    """Return the worksheet with the grades of one exercise, and what was filled.

    Raises
    ------
    UsageError
        When it is no grading worksheet, or it cannot be told which column is meant.
    """
    _refuse_other_files(sheet)
    wanted = _GRADE if column is None else {folded(column)}
    index = choose(
        sheet, exercise, lambda header: folded(header) in wanted, range(1, len(sheet.header))
    )
    if index is None:
        raise UsageError(
            _("{path} has no column {column}. It has: {known}. Name one with --column.").format(
                path=shown(sheet.path),
                column=column or "Grade",
                known=", ".join(map(brief, sheet.header)),
            )
        )
    names = {n: _names(row[:index]) for n, row in enumerate(sheet.rows) if n}
    students, unclear = owners(names, roster)
    grade = Column(index, exercise, _most(sheet, index))
    filled = fill(sheet, [grade], students, finals, scale=scale, excused="")
    # What stands after the grade is feedback, which Moodle reads back: it stays as it is.
    rows = [[*map(safe, row[:index]), *row[index:]] for row in sheet.rows]
    data = write_rows(rows, ",")  # Moodle reads no other, whatever a spreadsheet made of it
    return data, Filled(filled.students, (*unclear, *filled.problems))


def _refuse_other_files(sheet: Sheet) -> None:
    if len(sheet.rows) < 2 or not all(_IDENTIFIER.fullmatch(row[0]) for row in sheet.rows[1:]):
        raise UsageError(
            _(
                "{path} is no grading worksheet: its first column must hold identifiers such as "
                "Participant 12345. In Moodle: switch on the offline grading worksheet in the "
                "assignment's feedback types, then download it from the list of submissions."
            ).format(path=shown(sheet.path))
        )


def _names(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the names a row gives its student, also those that `grade batch` makes of them."""
    found = _IDENTIFIER.fullmatch(cells[0])
    assert found is not None
    name = cells[1].strip() if len(cells) > 1 else ""
    return [cells[0], found[1], *cells[2:]], [name, f"{name} {found[1]}"]


def _most(sheet: Sheet, grade: int) -> float | None:
    """Return the most points: the column after the grade, if it is the same number everywhere."""
    cells = {row[grade + 1] for row in sheet.rows[1:]} if grade + 1 < len(sheet.header) else set()
    return number_in(cells.pop()) if len(cells) == 1 else None
