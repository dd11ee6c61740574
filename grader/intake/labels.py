"""How the bulk downloads of Canvas and Moodle name what a student handed in.

    kimminsu_12345_678901_gradients.py          Canvas: name, user, attachment, the file's own name
    kimminsu_LATE_12345_678901_gradients-2.py   late, and not the student's first file of that name
    anon_xY3fK_678901_gradients.py              graded anonymously
    kimminsu_12345_text.html, …_link.html       written on the page; no file
    Kim Minsu_98765_assignsubmission_file_/gradients.py     Moodle: name, participant
    Kim Minsu_98765_assignsubmission_file_gradients.py      downloaded without folders
    Kim Minsu_98765_assignsubmission_onlinetext_/…          written on the page; no file

Students choose the end of such a name, and some the beginning. So the first possible reading
counts, as it does for Canvas itself, and a name with a second one is refused.
"""

import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

from grader.errors import SubmissionError
from grader.intake.archive import is_archive
from grader.intake.quoting import brief
from grader.language import gettext as _

_REST = r"_(?:\d+_(?P<file>.+)|(?:text|link)\.html)"
_ANONYMOUS = re.compile(r"(?:LATE_)?(?P<name>anon_[A-Za-z0-9]+)" + _REST, re.DOTALL)
_NAMED = re.compile(r"(?P<name>.+?)_(?:LATE_)?(?P<number>[0-9]+)" + _REST, re.DOTALL)
_TWO_WAYS = re.compile(r"[0-9]+_.*|(?:text|link)\.html", re.DOTALL)

_MOODLE = re.compile(
    r"(?P<name>[^_]+)(?:_(?P<number>[0-9]+))?_assignsubmission_(?P<kind>[a-z0-9]+)"
    r"(?:_(?P<file>.*))?",
    re.DOTALL,
)
_FILES = "file"  # of Moodle's ways to hand in, the one that is not written on the page

_AGAIN = re.compile(
    r"-(?:[0-9]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
    r"(?P<suffix>(?:\.[A-Za-z][A-Za-z0-9]*)*\.[A-Za-z0-9]+)"
)


class Label(NamedTuple):
    """Whose something is, as a learning platform wrote it into a name.

    Attributes
    ----------
    name
        The student, or the group, as a person reads it.
    number
        What the platform adds to tell two of that name apart; empty where there is none.
    aliases
        Further names under which a roster may know the student.
    file
        The file's own name; empty for a folder and for what was written on the page.
    is_file
        False for what was written on the page.
    """

    name: str
    number: str
    aliases: tuple[str, ...]
    file: str
    is_file: bool


def label(name: str, *, is_folder: bool) -> Label | None:
    """Return what the name of a file or folder says, or None when no platform made it.

    Raises
    ------
    SubmissionError
        When it can be read in two ways.
    """
    name = unicodedata.normalize("NFC", name)
    found = _moodle(name, is_folder=is_folder)
    return found if found or is_folder else _canvas(name)


def own_name(file: str, wanted: Collection[str]) -> str:
    """Return a file's name without the number Canvas gives to a second file of that name.

    Only where that makes it one of the `wanted` names, or an archive.
    """
    if file in wanted:
        return file
    for match in _AGAIN.finditer(file):
        if match.end() == len(file):
            plain = file[: match.start()] + match["suffix"]
            return plain if plain in wanted or is_archive(plain) else file
    return file


def _canvas(name: str) -> Label | None:
    if match := _ANONYMOUS.fullmatch(name):
        number, aliases = "", (match["name"].removeprefix("anon_"),)
    elif match := _NAMED.fullmatch(name):
        number, aliases = match["number"], (match["number"],)
    else:
        return None
    file = match["file"]
    if file and _TWO_WAYS.fullmatch(file):
        raise SubmissionError(
            _(
                "{name} can be read in two ways: is {part} the student's, or the file's? "
                "Rename the file in a copy, and grade that."
            ).format(name=brief(name), part=brief(file.partition("_")[0]))
        )
    return Label(match["name"], number, aliases, file or "", is_file=bool(file))


def _moodle(name: str, *, is_folder: bool) -> Label | None:
    match = _MOODLE.fullmatch(name)
    if match is None or bool(match["file"]) == is_folder:
        return None
    number = match["number"] or ""
    aliases = (f"Participant {number}", number) if number else ()
    is_file = match["kind"] == _FILES
    return Label(match["name"], number, aliases, match["file"] or "", is_file)
