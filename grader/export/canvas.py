"""Canvas: the gradebook that a teacher exported, with the column of an exercise filled.

    Student, ID, SIS User ID, SIS Login ID, Section, Gradients (123), …
    Points Possible, …                                             20

Canvas makes a new assignment of every title it does not know, and takes a grade away where a cell
is empty. So only columns with an assignment's number are filled, only these are written, and of the
people only those with a score: what else was graded meanwhile stays as it is.
"""

import re
from collections.abc import Sequence

from grader.errors import UsageError
from grader.exercise import Exercise
from grader.export.csv import safe
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
from grader.intake.roster import Roster, letters
from grader.language import gettext as _

_ASSIGNMENT = re.compile(r"(?P<title>.*)\((?P<number>\d+)\)\s*", re.DOTALL)
_NAMES = ("Student", "LastName", "FirstName")
_NUMBERS = ("ID", "SIS User ID", "SIS Login ID", "Integration ID")
_PEOPLE = (*_NAMES, *_NUMBERS, "Root Account", "Section")
_POINTS = "points possible"
_EXCUSED = "EX"


def fill_canvas(
    sheet: Sheet,
    exercises: Sequence[Exercise],
    finals: ByStudent,
    roster: Roster,
    *,
    column: str | None = None,
    scale: bool = False,
) -> tuple[bytes, Filled]:
    """Return what to import, and what was filled.

    Parameters
    ----------
    sheet
        What the teacher exported.
    finals, roster
        The scores, and by which names students are known.
    exercises
        Those to look for; those without a column are passed over unless none has one.
    column
        Title or number of the assignment, for the only exercise.
    scale
        Convert points where the assignment has others than the exercise.

    Raises
    ------
    UsageError
        When it is no gradebook of Canvas, or it cannot be told which column is meant.
    """
    _refuse_other_files(sheet)
    possible = next((row for row in sheet.rows[1:] if _is_points(sheet.header, row)), None)
    columns = [
        Column(index, exercise.name, number_in(possible[index]) if possible else None)
        for exercise in exercises
        if (index := _find(sheet, exercise, column)) is not None
    ]
    if not columns:
        raise UsageError(_nothing_to_fill(sheet, exercises))
    if len({column.place for column in columns}) < len(columns):
        raise UsageError(_("Two exercises would go to one column. Name one with --exercise."))
    # Canvas takes every row of that name for the points, a student's too.
    names = {
        number: _names(sheet.header, row)
        for number, row in enumerate(sheet.rows)
        if number and _POINTS not in row[0].casefold()
    }
    students, unclear = owners(names, roster)
    filled = fill(sheet, columns, students, finals, scale=scale, excused=_EXCUSED)
    data = _reduced(sheet, columns, filled.students)
    return data, Filled(filled.students, (*unclear, *filled.problems))


def _refuse_other_files(sheet: Sheet) -> None:
    head = sheet.header
    if len(head) <= 3 or head[0].strip() not in _NAMES or "ID" not in map(str.strip, head):
        raise UsageError(
            _(
                "{path} is no gradebook of Canvas: its first line must begin with Student, ID. "
                "In Canvas: Grades, Export, Export Entire Gradebook."
            ).format(path=shown(sheet.path))
        )


def _is_points(header: Sequence[str], row: Sequence[str]) -> bool:
    """Tell the row that says how many points there are: it is nobody's, so it has no number."""
    numbers = [cell for name, cell in zip(header, row, strict=False) if name.strip() in _NUMBERS]
    return _POINTS in row[0].casefold() and not any(map(str.strip, numbers))


def _find(sheet: Sheet, exercise: Exercise, column: str | None) -> int | None:
    titles = {exercise.name, exercise.slug, exercise.title.en, exercise.title.ko} - {""}
    known = {letters(each) for each in titles}
    known |= {letters(exercise.name + each) for each in titles}
    known -= {""}  # a title of signs alone

    def is_it(header: str) -> bool:
        match = _ASSIGNMENT.fullmatch(header)
        assert match is not None
        if column is None:
            return letters(match["title"]) in known
        return column.strip() in (header.strip(), match["title"].strip(), match["number"])

    return choose(sheet, exercise.name, is_it, _assignments(sheet))


def _assignments(sheet: Sheet) -> list[int]:
    return [index for index, header in enumerate(sheet.header) if _ASSIGNMENT.fullmatch(header)]


def _nothing_to_fill(sheet: Sheet, exercises: Sequence[Exercise]) -> str:
    known = [brief(sheet.header[index]) for index in _assignments(sheet)]
    return _(
        "{path} has no assignment named like {exercise}. It has: {known}. Make it in Canvas and "
        "export again, or name one with --column."
    ).format(
        path=shown(sheet.path),
        exercise=" / ".join(exercise.name for exercise in exercises),
        known=", ".join(known) or _("none"),
    )


def _names(header: Sequence[str], row: Sequence[str]) -> tuple[list[str], list[str]]:
    cells = {name.strip(): cell.strip() for name, cell in zip(header, row, strict=False)}
    numbers = [cells.get(name, "") for name in _NUMBERS]
    name = cells.get("Student") or f"{cells.get('LastName', '')} {cells.get('FirstName', '')}"
    return numbers, [name, f"{name} {cells.get('ID', '')}"]


def _reduced(sheet: Sheet, columns: Sequence[Column], written: dict[int, str]) -> bytes:
    """Return the header, the points and the filled rows, with people and filled columns alone."""
    people = [n for n, name in enumerate(sheet.header) if name.strip() in _PEOPLE]
    filled = sorted(column.place for column in columns)
    rows = []
    for number, row in enumerate(sheet.rows):
        if number == 0 or _is_points(sheet.header, row):
            rows.append([row[index] for index in (*people, *filled)])
        elif number in written:
            who = [row[n] if sheet.header[n].strip() == "ID" else safe(row[n]) for n in people]
            rows.append([*who, *(row[index] for index in filled)])
    return write_rows(rows, sheet.delimiter)
