"""What a whole class handed in: which submissions there are, and whose.

    SUBMISSIONS/<student>/<exercise>/<files>      or the files of one exercise without a folder
    SUBMISSIONS/<student>.zip                     one archive per student, .tar and .tar.gz too

Nothing is read here but names. Every entry ends in one of two lists: what will be graded, and what
cannot be, with the reason; nothing is passed over in silence.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.course import Exercise
from grader.errors import SubmissionError, UsageError
from grader.intake.quoting import brief, listed, shown
from grader.intake.roster import Roster, folded
from grader.intake.selection import NOTEBOOK, is_junk
from grader.intake.student import identity
from grader.language import gettext as _

_ARCHIVES = (".tar.gz", ".tgz", ".tar", ".zip")


class HandedIn(NamedTuple):
    """One submission that can be graded: whose, for which exercise, and where it is."""

    student: str
    exercise: str
    path: Path


class Problem(NamedTuple):
    """Something that cannot be graded, and why; or that was not handed in at all."""

    where: str
    reason: str
    is_missing: bool = False


def missing(student: str, exercise: str) -> Problem:
    """Return that a student handed in nothing for an exercise."""
    return Problem(place(student, exercise), _("nothing handed in."), is_missing=True)


def place(student: str, exercise: str) -> str:
    """Return how a student's work on an exercise is called in a list."""
    return f"{brief(student)} · {exercise}"


class ClassFolder(NamedTuple):
    """Everything found, in a fixed order."""

    handed_in: tuple[HandedIn, ...]
    problems: tuple[Problem, ...]


def read_class_folder(
    folder: Path, exercises: Sequence[Exercise], roster: Roster | None = None
) -> ClassFolder:
    """Find the submissions for some exercises below `folder`.

    Parameters
    ----------
    folder
        One entry per student: a folder or an archive.
    exercises
        What to look for.
    roster
        Who is in the class; without one, the names of the entries are the students.

    Raises
    ------
    UsageError
        When the folder itself cannot be read.
    """
    problems: list[Problem] = []
    owners: dict[str, list[Path]] = defaultdict(list)
    for path in _entries(folder):
        try:
            student = identity(_student_name(path))
        except SubmissionError as error:
            problems.append(Problem(shown(path.name), str(error)))
            continue
        known = roster.find(student) if roster else student
        if known is None:
            problems.append(Problem(shown(path.name), _("nobody of that name is in the roster.")))
        else:
            owners[_owner(known, owners)].append(path)
    found: list[HandedIn] = []
    for student, paths in sorted(owners.items()):
        if len(paths) > 1:
            names = listed([path.name for path in paths])
            reason = _("handed in more than once: {names}. Keep one of them.").format(names=names)
            problems.append(Problem(brief(student), reason))
            continue
        found += _of_student(student, paths[0], exercises, problems)
    absent = (name for name in (roster.students if roster else ()) if name not in owners)
    problems += [missing(student, exercise.name) for student in absent for exercise in exercises]
    return ClassFolder(tuple(found), tuple(problems))


def _owner(student: str, known: dict[str, list[Path]]) -> str:
    """Return the student an earlier entry belongs to, where only upper and lower case differ."""
    return next((name for name in known if folded(name) == folded(student)), student)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not is_junk(path.name))
    except OSError as error:
        raise UsageError(
            _("{path} cannot be read: {reason}. Name the folder of submissions.").format(
                path=shown(folder), reason=error.strerror
            )
        ) from None


def _student_name(path: Path) -> str:
    for suffix in _ARCHIVES:
        if path.name.lower().endswith(suffix):
            return path.name[: -len(suffix)]
    return path.name


def _of_student(
    student: str, path: Path, exercises: Sequence[Exercise], problems: list[Problem]
) -> Iterator[HandedIn]:
    if path.is_symlink() or not path.is_dir():
        if path.name.lower().endswith(_ARCHIVES):  # intake refuses what is no regular file
            yield from (HandedIn(student, exercise.name, path) for exercise in exercises)
        else:
            reason = _("is neither a folder nor an archive of a student.")
            problems.append(Problem(shown(path.name), reason))
        return
    names = sorted(entry.name for entry in path.iterdir())
    for exercise in exercises:
        own = {exercise.name, exercise.slug}
        if inside := [name for name in names if name.casefold() in own]:
            yield HandedIn(student, exercise.name, path / inside[0])
        elif {exercise.files[0], exercise.module + NOTEBOOK} & set(names):
            yield HandedIn(student, exercise.name, path)
        else:
            problems.append(missing(student, exercise.name))
