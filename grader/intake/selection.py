"""Which of the files a student offers are taken, the same for a folder and for an archive.

Only names the exercise allows are read. What else is there is ignored, and mentioned where a
student would otherwise wonder why their work was not seen.
"""

from collections.abc import Callable, Collection
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from grader.errors import MissingError, SubmissionError
from grader.exercise import Exercise
from grader.intake.quoting import brief, listed, shown
from grader.language import gettext as _

MIB = 1024 * 1024
FILE_BYTES = MIB
NOTEBOOK_BYTES = 64 * MIB  # outputs make a notebook large; they are skipped, never kept
NOTEBOOK = ".ipynb"

_JUNK = frozenset({"__pycache__", "__MACOSX"})

Read = Callable[[str, int], bytes]  # a name and the most bytes it may have → its content


class Found(NamedTuple):
    """The contents taken from one place; `origin` is the file the module was read from.

    Where `origin` is a notebook, the first content is the raw notebook.
    """

    files: dict[str, bytes]
    origin: str
    notes: tuple[str, ...]


def is_junk(name: str) -> bool:
    """Tell files that tools leave behind: hidden ones, caches and what macOS adds to archives."""
    return name.startswith(".") or name in _JUNK


def is_notebook(name: str) -> bool:
    """Tell a notebook by its name."""
    return name.lower().endswith(NOTEBOOK)


def as_module(read: Callable[[int], bytes], path: Path, exercise: Exercise) -> Found:
    """Take one file, a module or a notebook, as the exercise's module whatever its name."""
    required = exercise.files[0]
    notes: tuple[str, ...] = ()
    if path.name != required and not is_notebook(path.name):
        notes = (
            _("{name} was read as {required}.").format(name=shown(path.name), required=required),
        )
    most = NOTEBOOK_BYTES if is_notebook(path.name) else FILE_BYTES
    return Found({required: read(most)}, shown(path), notes)


def take(names: Collection[str], exercise: Exercise, place: str, read: Read) -> Found:
    """Choose among `names`, read what is chosen, and note what is not.

    Parameters
    ----------
    names
        What `place` holds, without folders in front.
    exercise
        Says which names are allowed; the first is required, as a module or as a notebook.
    place
        The folder or archive, as shown to the student.
    read
        Returns one file's content, or refuses it.

    Raises
    ------
    SubmissionError
        When the required file is missing or anything chosen cannot be read.
    """
    required = exercise.files[0]
    offered = sorted(name for name in names if not is_junk(name))
    notebooks = [name for name in offered if is_notebook(name)]
    if required in offered:
        main = required
        notes = _note_ignored(notebooks, required)
    elif notebooks:
        main = _the_notebook(notebooks, exercise, place)
        notes = ()
    else:
        raise MissingError(_missing(offered, exercise, place))
    files = {required: read(main, NOTEBOOK_BYTES if is_notebook(main) else FILE_BYTES)}
    for name in exercise.files[1:]:
        if name in offered:
            files[name] = read(name, FILE_BYTES)
    return Found(files, f"{place}/{main}", notes + _note_other_modules(offered, exercise))


def _the_notebook(notebooks: list[str], exercise: Exercise, place: str) -> str:
    wanted = exercise.module + NOTEBOOK
    if wanted in notebooks:
        return wanted
    if len(notebooks) > 1:
        raise SubmissionError(
            _("{place} has several notebooks: {names}. Name the one to grade {wanted}.").format(
                place=place, names=listed(notebooks), wanted=wanted
            )
        )
    return notebooks[0]


def _missing(offered: list[str], exercise: Exercise, place: str) -> str:
    required = exercise.files[0]
    if not offered:
        return _("{place} is empty. Put {required} in it.").format(place=place, required=required)
    own = _without_given(offered, exercise)
    if not own:
        return _("{place} has no {required}. Put it there.").format(place=place, required=required)
    by_lower_case = {name.casefold(): name for name in own}
    if close := get_close_matches(required.casefold(), by_lower_case, n=1):
        return _(
            "{place} has no {required}: found {close}, expected {required}. Rename the file."
        ).format(place=place, required=required, close=brief(by_lower_case[close[0]]))
    return _("{place} has no {required}; it holds {names}. Hand in {required}.").format(
        place=place, required=required, names=listed(own)
    )


def _note_ignored(notebooks: list[str], required: str) -> tuple[str, ...]:
    if not notebooks:
        return ()
    return (
        _("{required} was graded; the notebook beside it was not read: {names}.").format(
            required=required, names=listed(notebooks)
        ),
    )


def _note_other_modules(offered: list[str], exercise: Exercise) -> tuple[str, ...]:
    others = [name for name in offered if name.endswith(".py") and name not in exercise.files]
    if others:
        others = _without_given(others, exercise)
    if not others:
        return ()
    return (
        _("Only {allowed} can be handed in; not read: {names}.").format(
            allowed=", ".join(exercise.files), names=listed(others)
        ),
    )


def _without_given(names: list[str], exercise: Exercise) -> list[str]:
    """Leave out what comes with the stub: it needs no mention."""
    given = {path.name for path in exercise.folder.iterdir()}
    return [name for name in names if name not in given]
