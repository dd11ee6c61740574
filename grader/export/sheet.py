"""A table that a teacher downloaded from a learning platform, to be filled and sent back.

The platform knows its own columns and people best, so nothing is made up: a cell is filled where a
row is one student's beyond doubt and a column one exercise's, and everything else is said.
"""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.errors import UsageError
from grader.intake.quoting import brief, shown
from grader.intake.roster import Roster, read_text
from grader.language import gettext as _
from grader.report.progress import points
from grader.scoring import Final, Scored

ByStudent = Mapping[str, Mapping[str, Final]]  # student, exercise


class Sheet(NamedTuple):
    """The cells of a file, its first row the header, and what stands between them."""

    path: Path
    delimiter: str
    rows: list[list[str]]

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return self.rows[0]


class Column(NamedTuple):
    """A column's place and the exercise whose scores go there; the `most` points, if it says so."""

    place: int
    exercise: str
    most: float | None


class Filled(NamedTuple):
    """Whose score was written, by row number, and what was not, in sentences."""

    students: dict[int, str]
    problems: tuple[str, ...]


def read_sheet(path: Path) -> Sheet:
    """Read a CSV file with commas, semicolons or tabs, in any encoding a spreadsheet writes.

    Raises
    ------
    UsageError
        When it cannot be read or has no header.
    """
    text = read_text(path)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UsageError(f"{shown(path)}: {error}") from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise UsageError(_("{path} is empty.").format(path=shown(path)))
    width = len(rows[0])
    return Sheet(path, delimiter, [[*row, *[""] * (width - len(row))] for row in rows])


def write_rows(rows: Iterable[Sequence[str]], delimiter: str) -> bytes:
    """Return rows as the platform wrote them."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def by_student(scores: Iterable[Scored]) -> dict[str, dict[str, Final]]:
    """Return the scores of each student by exercise."""
    found: dict[str, dict[str, Final]] = {}
    for student, final, _attempt in scores:
        found.setdefault(student, {})[final.exercise] = final
    return found


def owners(
    names: Mapping[int, tuple[Sequence[str], Sequence[str]]], roster: Roster
) -> tuple[dict[int, str], list[str]]:
    """Return whose each row is, and what is not clear about it.

    Parameters
    ----------
    names
        Row number to the cells that identify its student, and to those a student may be called
        by, of which only letters count; they are asked only where the first say nothing.
    roster
        Who there is.
    """
    found: dict[int, str] = {}
    problems = []
    for number, (sure, called) in names.items():
        who = _known(roster.find, sure) or (
            _known(roster.find, called) | _known(roster.find_by_letters, called)
        )
        if len(who) == 1:
            found[number] = who.pop()
        elif who:
            problems.append(
                _("Row {number} could be {students}: left out.").format(
                    number=number + 1, students=", ".join(map(brief, sorted(who)))
                )
            )
    counts = Counter(found.values())
    for student in [each for each, count in counts.items() if count > 1]:
        rows = [number for number, who in found.items() if who == student]
        found = {number: who for number, who in found.items() if who != student}
        problems.append(
            _("Rows {numbers} could all be {student}: left out.").format(
                numbers=", ".join(str(number + 1) for number in rows), student=brief(student)
            )
        )
    return found, problems


def fill(
    sheet: Sheet,
    columns: Sequence[Column],
    students: Mapping[int, str],
    finals: ByStudent,
    *,
    scale: bool,
    excused: str,
) -> Filled:
    """Write the scores into the sheet's cells; `excused` is what stands for an excuse.

    Raises
    ------
    UsageError
        When a column is worth other points than its exercise, and nobody said to `scale`.
    """
    written: dict[int, str] = {}
    for column in columns:
        factor = _factor(column, sheet, finals, scale=scale)
        for number, student in students.items():
            final = finals.get(student, {}).get(column.exercise)
            if final is not None and (not final.is_excused or excused):
                score = excused if final.is_excused else points(final.score * factor)
                sheet.rows[number][column.place] = score
                written[number] = student
    exercises = {column.exercise for column in columns}
    missing = [
        student
        for student, own in finals.items()
        if exercises & own.keys() and student not in students.values()
    ]
    said = _("{student}: no score written, as no row of the sheet is theirs alone.")
    return Filled(written, tuple(said.format(student=brief(each)) for each in missing))


def choose(
    sheet: Sheet, wanted: str, is_it: Callable[[str], bool], eligible: Iterable[int]
) -> int | None:
    """Return the one column of which `is_it` holds, or None where there is none.

    Raises
    ------
    UsageError
        When there are several.
    """
    found = [index for index in eligible if is_it(sheet.header[index])]
    if len(found) > 1:
        raise UsageError(
            _("{path} has several columns for {wanted}: {names}. Name one with --column.").format(
                path=shown(sheet.path),
                wanted=wanted,
                names=", ".join(brief(sheet.header[index]) for index in found),
            )
        )
    return found[0] if found else None


def number_in(cell: str) -> float | None:
    """Return the number a cell holds; of points and commas in it, the last is the decimal one."""
    *thousands, last = re.split("[.,]", cell.strip())
    try:
        number = float(f"{''.join(thousands)}.{last}" if thousands else last)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _known(find: Callable[[str], str | None], cells: Iterable[str]) -> set[str]:
    return {student for cell in cells if (student := find(cell)) is not None}


def _factor(column: Column, sheet: Sheet, finals: ByStudent, *, scale: bool) -> float:
    of_exercise = (own[column.exercise] for own in finals.values() if column.exercise in own)
    most = next((final.max_score for final in of_exercise), 0.0)
    if column.most is None or not most or abs(column.most - most) < 0.005:
        return 1.0
    if scale and column.most > 0:  # else it would take everybody's points
        return column.most / most
    raise UsageError(
        _(
            "{column} has {there} points there, {exercise} has {here} here. Change it there and "
            "download the sheet again, or convert with --scale."
        ).format(
            column=brief(sheet.header[column.place]),
            there=points(column.most),
            exercise=column.exercise,
            here=points(most),
        )
    )
