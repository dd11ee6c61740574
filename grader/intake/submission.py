"""From a path to a ``Submission``: the one way in for everything a student hands in."""

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from grader.course import Exercise
from grader.errors import SubmissionError
from grader.intake.folder import explained, read_file, read_folder, refuse_irregular
from grader.intake.quoting import shown
from grader.intake.selection import MIB, NOTEBOOK, Found, is_notebook
from grader.intake.student import identity
from grader.intake.tar import read_tar
from grader.intake.zip import read_zip
from grader.language import gettext as _
from grader.records import Submission

TOTAL_BYTES = 4 * MIB

_READERS: dict[str, Callable[[Path, Exercise], Found]] = {
    ".py": read_file,
    NOTEBOOK: read_file,
    ".zip": read_zip,
    ".tar": read_tar,
    ".tar.gz": read_tar,
    ".tgz": read_tar,
}


def read_submission(path: Path, exercise: Exercise, student: str) -> Submission:
    """Read a folder, a module, a notebook or an archive, without changing or running it.

    Parameters
    ----------
    path
        What was handed in.
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
    found = _reader(path)(path, exercise)
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


def _reader(path: Path) -> Callable[[Path, Exercise], Found]:
    with explained(path):
        mode = path.lstat().st_mode
    if stat.S_ISDIR(mode):
        return read_folder
    refuse_irregular(path, mode)
    for suffix, reader in _READERS.items():
        if path.name.lower().endswith(suffix):
            return reader
    raise SubmissionError(
        _(
            "{path} is of no kind that can be graded. Hand in a folder or a file like {known}."
        ).format(path=shown(path), known=", ".join(_READERS))
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
