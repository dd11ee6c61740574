"""The roster: who is in the class, and by which names their work may arrive."""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from grader.errors import SubmissionError, UsageError
from grader.intake.folder import read_regular
from grader.intake.quoting import brief, shown
from grader.intake.selection import MIB
from grader.intake.student import identity
from grader.language import gettext as _

STUDENT = "student"
_MOST_BYTES = 8 * MIB


class Roster:
    """Students by every name they are known under.

    Parameters
    ----------
    students
        Identity to further names (a number, an e-mail address, a login).
    """

    def __init__(self, students: Mapping[str, tuple[str, ...]]) -> None:
        self.students = tuple(students)
        self._by_name = _by_form(students, folded)
        self._by_letters = _by_form(students, letters)

    def find(self, name: str) -> str | None:
        """Return the student of that name, or None when it is nobody's or more than one's."""
        return self._by_name.get(folded(name))

    def find_by_letters(self, name: str) -> str | None:
        """Return the student of a name of which a platform kept only letters and digits."""
        return self._by_letters.get(letters(name))


def read_roster(path: Path) -> Roster:
    """Read a CSV file with a header; the column ``student`` is the identity.

    Every other cell of a row is a further name of that student.

    Raises
    ------
    UsageError
        When it cannot be read, has no column ``student``, or names a student twice.
    """
    rows = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    students: dict[str, tuple[str, ...]] = {}
    try:
        if STUDENT not in (rows.fieldnames or ()):
            raise UsageError(
                _("{path} has no column {column}. Its first line must name the columns.").format(
                    path=shown(path), column=STUDENT
                )
            )
        for row in rows:
            student = identity(row.pop(STUDENT) or "")
            if folded(student) in map(folded, students):
                raise UsageError(
                    _("{path}, line {line}: {student} is there twice. Remove one.").format(
                        path=shown(path), line=rows.line_num, student=brief(student)
                    )
                )
            cells = [cell for cell in row.values() if isinstance(cell, str)]
            students[student] = tuple(cell.strip() for cell in cells if cell.strip())
    except (csv.Error, SubmissionError) as error:
        raise UsageError(f"{shown(path)}, line {rows.line_num}: {error}") from None
    return Roster(students)


def folded(name: str) -> str:
    """Return a name as it is compared: composed, and regardless of case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


def letters(name: str) -> str:
    """Return the letters and digits of a name: ``Kim, Min-su`` and ``kimminsu`` are the same."""
    return "".join(
        character
        for character in folded(name)
        if character.isalnum() or unicodedata.category(character).startswith("M")
    )


def read_text(path: Path) -> str:
    """Return the text of a CSV file, in any encoding a spreadsheet writes here.

    Raises
    ------
    UsageError
        When it cannot be read, or is no text.
    """
    raw = read_regular(path, _MOST_BYTES)
    for encoding in ("utf-8-sig", "cp949"):  # what spreadsheets write in Korea
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(_("{path} is no text. Save it as CSV in UTF-8.").format(path=shown(path)))


def _by_form(
    students: Mapping[str, tuple[str, ...]], form: Callable[[str], str]
) -> dict[str, str | None]:
    """Return the student of each name in some form; None for a name of several."""
    owners: dict[str, str | None] = {}
    for student, names in students.items():
        for name in {form(name) for name in (student, *names)} - {""}:
            owners[name] = student if owners.get(name, student) == student else None
    return owners
