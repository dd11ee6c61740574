"""From a path to a ``Submission``: the one way in for everything a student hands in."""

import hashlib
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake.archive import ARCHIVE_BYTES, Reader
from grader.intake.folder import explained, read_folder, read_regular, refuse_irregular
from grader.intake.offer import Offer
from grader.intake.quoting import shown
from grader.intake.selection import MIB, NOTEBOOK, Found, as_module, is_notebook, take
from grader.intake.student import identity
from grader.intake.tar import unpack_tar
from grader.intake.zip import unpack_zip
from grader.language import gettext as _
from grader.records import Submission

TOTAL_BYTES = 4 * MIB

_MODULES = (".py", NOTEBOOK)
_UNPACKERS: dict[str, Callable[[bytes, Path, Exercise], Found]] = {
    ".zip": unpack_zip,
    ".tar": unpack_tar,
    ".tar.gz": unpack_tar,
    ".tgz": unpack_tar,
}


def read_submission(source: Path | Offer, exercise: Exercise, student: str) -> Submission:
    """Read what was handed in, without changing or running it.

    Parameters
    ----------
    source
        A folder, a module, a notebook or an archive; or a part of something larger.
    exercise
        Says which files are taken; the first is required, as a module or as a notebook.
    student
        Who handed it in.

    Returns
    -------
    Submission
        Where ``origin`` ends with ``.ipynb``, the module was made from a notebook's cells:
        each begins with a line ``# %% cell 3``, to be run apart from the others.

    Raises
    ------
    SubmissionError
        When it cannot be read; the text says what, where and what to do.
    """
    who = identity(student)
    if isinstance(source, Offer):
        path, found = source.path, _found_in_offer(source, exercise)
    else:
        path, found = source, _found_on_disk(source, exercise)
    if is_notebook(found.origin):
        found = _from_notebook(found, exercise)
    _refuse_too_much(found.files, path)
    return Submission(
        student=who,
        files=found.files,
        sha256=_digest(found.files),
        origin=found.origin,
        notes=found.notes,
    )


def _found_on_disk(path: Path, exercise: Exercise) -> Found:
    with explained(path):
        mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        return read_folder(path, exercise)
    refuse_irregular(path, mode)
    return _found_in_file(partial(read_regular, path), path, exercise)


def _found_in_offer(offer: Offer, exercise: Exercise) -> Found:
    if offer.is_file:
        return _found_in_file(offer.files[offer.path.name], offer.path, exercise)
    files = offer.files
    return take(files, exercise, shown(offer.path), lambda name, most: files[name](most))


def _found_in_file(read: Reader, path: Path, exercise: Exercise) -> Found:
    name = path.name.lower()
    if name.endswith(_MODULES):
        return as_module(read, path, exercise)
    for suffix, unpack in _UNPACKERS.items():
        if name.endswith(suffix):
            return unpack(read(ARCHIVE_BYTES), path, exercise)
    raise SubmissionError(
        _(
            "{path} is of no kind that can be graded. Hand in a folder or a file like {known}."
        ).format(path=shown(path), known=", ".join((*_MODULES, *_UNPACKERS)))
    )


def _from_notebook(found: Found, exercise: Exercise) -> Found:
    # Imported here because IPython doubles the time a submission without a notebook takes to start.
    from grader.intake.notebook import module_source  # noqa: PLC0415

    required = exercise.files[0]
    source, notes = module_source(found.files[required], found.origin)
    return Found(
        files=found.files | {required: source},
        origin=found.origin[: -len(NOTEBOOK)] + NOTEBOOK,
        notes=found.notes + notes,
    )


def _refuse_too_much(files: dict[str, bytes], path: Path) -> None:
    if sum(map(len, files.values())) > TOTAL_BYTES:
        raise SubmissionError(
            _("The files in {path} are larger than {most} MiB together. Hand in less.").format(
                path=shown(path), most=TOTAL_BYTES // MIB
            )
        )


def _digest(files: dict[str, bytes]) -> str:
    """Hash names and contents, each after its length, so that no two file sets are alike."""
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        for part in (name.encode(), content):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()
