"""What one student handed in, before it is known what of it belongs to which exercise.

Either it is on disk, or it is part of something larger: a class's archive, a git repository. Then
it is handed on as names and readers; nothing is unpacked to disk, and a content is in memory only
while its submission is read.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake.archive import Reader, archive_stem, is_archive
from grader.intake.quoting import listed, shown
from grader.intake.selection import NOTEBOOK, is_junk, is_notebook
from grader.language import gettext as _


class Offer(NamedTuple):
    """What a student offers for one exercise: one file, or the files of one folder.

    Attributes
    ----------
    path
        The place, for messages and the gradebook; nothing need exist there.
    files
        File name to reader.
    is_file
        It is one file, named by the path, and not a folder that holds one.
    """

    path: Path
    files: Mapping[str, Reader]
    is_file: bool = False

    def __str__(self) -> str:
        """Return the place."""
        return str(self.path)


class Bundle:
    """All files of one student inside something larger.

    Parameters
    ----------
    path
        The place, for messages.
    files
        Path in it, with slashes, to reader.
    """

    def __init__(self, path: Path, files: Mapping[str, Reader]) -> None:
        self.path = path
        self._files = files

    def names(self) -> tuple[list[str], list[str]]:
        """Return the names of the files, and of the folders, at the top."""
        files = [name for name in self._files if "/" not in name]
        folders = {name.partition("/")[0] for name in self._files if "/" in name}
        return files, sorted(folders)

    def part(self, name: str) -> Offer:
        """Return a file, a folder (its name with a slash), or the files at the top ("")."""
        if name in self._files:
            return Offer(self.path / name, {name: self._files[name]}, is_file=True)
        inside = {
            path.removeprefix(name): read
            for path, read in self._files.items()
            if path.startswith(name)
        }
        top = {inner: read for inner, read in inside.items() if "/" not in inner}
        return Offer(self.path / name, top)


class OnDisk:
    """A folder or an archive of one student."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_folder = path.is_dir() and not path.is_symlink()

    def names(self) -> tuple[list[str], list[str]]:
        """Return the names of the files, and of the folders, at the top; links are files here."""
        if not self._is_folder:
            return [self.path.name], []
        entries = sorted(entry for entry in self.path.iterdir() if not is_junk(entry.name))
        folders = [entry for entry in entries if entry.is_dir() and not entry.is_symlink()]
        files = [entry.name for entry in entries if entry not in folders]
        return files, [entry.name for entry in folders]

    def part(self, name: str) -> Path:
        """Return a file, a folder (its name with a slash), or the whole ("")."""
        return self.path / name if self._is_folder else self.path


def choose(
    files: Collection[str],
    folders: Collection[str],
    exercise: Exercise,
    others: Collection[Exercise] = (),
    *,
    by_any_name: bool = False,
) -> str | None:
    """Return which part of what a student handed in is for an exercise, or None.

    Parameters
    ----------
    files, folders
        The names at the top.
    exercise
        The exercise.
    others
        What else is looked for: an archive of that name is not for this exercise.
    by_any_name
        Also take the only module or notebook when its name is another.

    Raises
    ------
    SubmissionError
        When there are several and none is the one to take.
    """
    own = {exercise.name, exercise.slug}
    inside = [f"{name}/" for name in folders if name.casefold() in own]
    inside += [name for name in files if name.casefold() in own]
    if inside:
        return _only(inside, exercise)
    if {exercise.files[0], exercise.module + NOTEBOOK} & set(files):
        return ""
    archives = _archives_for(files, exercise, others)
    if archives:
        return _only(archives, exercise)
    modules = [name for name in files if name.endswith(".py") or is_notebook(name)]
    return modules[0] if by_any_name and len(modules) == 1 else None


def _archives_for(
    files: Collection[str], exercise: Exercise, others: Collection[Exercise]
) -> list[str]:
    """Return the archives named after an exercise, or else those named after none."""
    own = _own_names(exercise)
    others_own = {name for other in others for name in _own_names(other)} - own
    stems = {name: archive_stem(name).casefold() for name in files if is_archive(name)}
    named = [name for name, stem in stems.items() if stem in own]
    return named or [name for name, stem in stems.items() if stem not in others_own]


def _own_names(exercise: Exercise) -> set[str]:
    return {exercise.name, exercise.slug, exercise.module}


def _only(names: list[str], exercise: Exercise) -> str:
    if len(names) > 1:
        raise SubmissionError(
            _("several are for {exercise}: {names}. Keep one of them.").format(
                exercise=shown(exercise.name), names=listed(sorted(names))
            )
        )
    return names[0]
