"""What SUBMISSIONS holds of each student: in a folder, a class's archive, or a git repository.

Names are read here, and no file's content. What belongs to nobody becomes a ``Problem``.
"""

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

from grader.errors import SubmissionError, UsageError
from grader.intake.archive import Reader, archive_stem, is_archive, path_parts, refuse_twice
from grader.intake.folder import read_regular
from grader.intake.git import Repository
from grader.intake.labels import Label, label, own_name
from grader.intake.offer import Bundle, OnDisk
from grader.intake.quoting import brief, listed, shown
from grader.intake.roster import folded
from grader.intake.selection import is_junk
from grader.intake.zip import open_zip
from grader.language import gettext as _

_IN_COURSE = "exercises/"
_COMMIT_LENGTH = 12
_Sources = list[tuple[str, Reader]]  # a name in SUBMISSIONS, and its reader


class Problem(NamedTuple):
    """Something that cannot be graded, and why; or that was not handed in at all."""

    where: str
    reason: str
    is_missing: bool = False


class Entry(NamedTuple):
    """What one student handed in.

    Attributes
    ----------
    shown
        What it is called where it lies.
    name
        The student, as written there.
    place
        The files.
    label
        What a platform wrote there; None where the name itself is all.
    """

    shown: str
    name: str
    place: Bundle | OnDisk
    label: Label | None = None


class Entries:
    """Collects entries, and the problems that are no entry.

    Parameters
    ----------
    path
        SUBMISSIONS.
    wanted
        The file names of the exercises.
    """

    def __init__(self, path: Path, wanted: Collection[str]) -> None:
        self.found: list[Entry] = []
        self.problems: list[Problem] = []
        self._path = path
        self._wanted = wanted
        self._loose: dict[tuple[str, str], tuple[Label, dict[str, _Sources]]] = {}
        self._written: dict[tuple[str, str], tuple[str, list[str]]] = {}

    def add_folder(self, name: str, place: Bundle | OnDisk) -> None:
        """Add a student's folder."""
        its = label(name, is_folder=True)
        if its is None:
            self.found.append(Entry(name, name, place))
        elif its.is_file:
            self.found.append(Entry(name, its.name, place, its))
        else:
            self._add_written(its, name)

    def add_file(self, name: str, read: Reader, place: Bundle | OnDisk) -> None:
        """Add a student's archive, or one of the files a platform put beside each other."""
        try:
            its = label(name, is_folder=False)
        except SubmissionError as error:
            self.add_problem(name, str(error))
            return
        if its is None and is_archive(name):
            self.found.append(Entry(name, archive_stem(name), place))
        elif its is None:
            self.add_problem(name, _("is neither a folder nor an archive of a student."))
        elif its.is_file:
            _label, files = self._loose.setdefault(_key(its), (its, {}))
            files.setdefault(own_name(its.file, self._wanted), []).append((name, read))
        else:
            self._add_written(its, name)

    def add_problem(self, name: str, reason: str) -> None:
        """Add what belongs to nobody."""
        self.problems.append(Problem(brief(name), reason))

    def end(self) -> tuple[list[Entry], list[Problem]]:
        """Return all entries and problems."""
        for its, sources in self._loose.values():
            files = {file: _only_reader(given) for file, given in sources.items()}
            place = Bundle(self._path / _plain(its), files)
            self.found.append(Entry(_plain(its), its.name, place, its))
        with_files = {_key(entry.label) for entry in self.found if entry.label}
        for key, (student, names) in self._written.items():
            if key not in with_files:
                reason = _("wrote on the page and handed in no file: {names}.")
                self.add_problem(student, reason.format(names=listed(names)))
        return self.found, self.problems

    def _add_written(self, its: Label, name: str) -> None:
        self._written.setdefault(_key(its), (_plain(its), []))[1].append(name)


def entries_in_folder(folder: Path, wanted: Collection[str]) -> tuple[list[Entry], list[Problem]]:
    """Find the entries of a folder on disk."""
    try:
        paths = sorted(path for path in folder.iterdir() if not is_junk(path.name))
    except OSError as error:
        raise UsageError(
            _("{path} cannot be read: {reason}. Name the folder of submissions.").format(
                path=shown(folder), reason=error.strerror
            )
        ) from None
    entries = Entries(folder, wanted)
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            entries.add_folder(path.name, OnDisk(path))
        else:  # intake refuses what is no regular file
            entries.add_file(path.name, partial(read_regular, path), OnDisk(path))
    return entries.end()


def entries_in_zip(path: Path, wanted: Collection[str]) -> tuple[list[Entry], list[Problem]]:
    """Find the entries of a class's archive."""
    entries = Entries(path, wanted)
    folders: dict[str, dict[str, Reader]] = {}
    for name, read in open_zip(path):
        try:
            first, *rest = path_parts(name, path) or [""]
        except SubmissionError as error:
            entries.add_problem(name, str(error))
            continue
        if any(map(is_junk, (first, *rest))) or not first:
            continue
        if not rest and not name.endswith("/"):
            entries.add_file(first, read, Bundle(path, {first: read}))
            continue
        files = folders.setdefault(first, {})
        if rest and not name.endswith("/"):
            inner = "/".join(rest)
            files[inner] = _twice(path, name) if inner in files else read
    for name, files in folders.items():
        entries.add_folder(name, Bundle(path / name, files))
    return entries.end()


def entries_in_repository(
    repository: Repository, pattern: str
) -> tuple[list[Entry], list[Problem]]:
    """Find the entries of a git repository: each ref is a student."""
    entries = Entries(repository.path, ())
    for student, commit in repository.refs(pattern).items():
        try:
            files = _without_course(repository.files(commit), repository.path)
        except SubmissionError as error:
            entries.add_problem(student, str(error))
        else:
            place = Bundle(repository.path / commit[:_COMMIT_LENGTH], files)
            entries.found.append(Entry(student, student, place))
    for complaint in repository.complaints:
        entries.add_problem(repository.path.name, complaint)
    return entries.end()


def _without_course(files: Mapping[str, Reader], path: Path) -> dict[str, Reader]:
    """Return the files at the top and one folder deep; those of ``exercises/`` count as there."""
    found: dict[str, Reader] = {}
    for name, read in files.items():
        short = name.removeprefix(_IN_COURSE)
        if short.count("/") <= 1:
            found[short] = _twice(path, short) if short in found else read
    return found


def _key(its: Label) -> tuple[str, str]:
    return folded(its.name), its.number


def _plain(its: Label) -> str:
    return f"{its.name} {its.number}".rstrip()


def _only_reader(sources: _Sources) -> Reader:
    """Return the reader of a file; whoever wants one that is there twice is told so."""
    if len(sources) == 1:
        return sources[0][1]
    reason = _("handed in more than once: {names}. Keep one of them.")
    error = SubmissionError(reason.format(names=listed([name for name, _read in sources])))

    def refuse(_most: int) -> NoReturn:
        raise error

    return refuse


def _twice(path: Path, name: str) -> Reader:
    return lambda _most: refuse_twice(path, name)
