"""What a whole class handed in: which submissions there are, and whose.

    SUBMISSIONS/<student>/<exercise>/<files>      or the files of one exercise without a folder
    SUBMISSIONS/<student>.zip                     one archive per student, .tar and .tar.gz too
    SUBMISSIONS                                   a bulk download of Canvas or Moodle, or a zip
                                                  of any of these; or one git ref per student

Nothing is read here but names. Every entry ends in one of two lists: what will be graded, and what
cannot be, with the reason; nothing is passed over in silence.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.errors import SubmissionError
from grader.exercise import Exercise
from grader.intake.entries import (
    Entry,
    Problem,
    entries_in_folder,
    entries_in_repository,
    entries_in_zip,
)
from grader.intake.git import Repository
from grader.intake.offer import Offer, choose
from grader.intake.quoting import brief, listed, shown
from grader.intake.roster import Roster, folded
from grader.intake.selection import NOTEBOOK
from grader.intake.student import identity
from grader.language import gettext as _

__all__ = ["ClassFolder", "HandedIn", "Problem", "missing", "place", "read_class_folder"]


class HandedIn(NamedTuple):
    """One submission that can be graded: whose, for which exercise, and where it is."""

    student: str
    exercise: str
    path: Path | Offer


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
    path: Path,
    exercises: Sequence[Exercise],
    roster: Roster | None = None,
    *,
    refs: str | None = None,
) -> ClassFolder:
    """Find the submissions for some exercises.

    Parameters
    ----------
    path
        A folder with one entry per student, a bulk download (packed or unpacked), or a git
        repository.
    exercises
        What to look for.
    roster
        Who is in the class; without one, the names of the entries are the students.
    refs
        In a repository, the refs of the students: ``refs/heads/students/*``, where the star
        is the student.

    Raises
    ------
    UsageError
        When `path` itself cannot be read.
    """
    entries, problems = _entries(path, exercises, refs)
    owners = _owners(entries, roster, problems)
    found: list[HandedIn] = []
    for student, theirs in sorted(owners.items()):
        if len(theirs) > 1:
            names = listed([entry.shown for entry in theirs])
            reason = _("handed in more than once: {names}. Keep one of them.").format(names=names)
            problems.append(Problem(brief(student), reason))
            continue
        found += _of_student(student, theirs[0], exercises, problems)
    absent = (name for name in (roster.students if roster else ()) if name not in owners)
    problems += [missing(student, exercise.name) for student in absent for exercise in exercises]
    return ClassFolder(tuple(found), tuple(problems))


def _entries(
    path: Path, exercises: Iterable[Exercise], refs: str | None
) -> tuple[list[Entry], list[Problem]]:
    if refs is not None:
        return entries_in_repository(Repository(path), refs)
    wanted = {name for exercise in exercises for name in _names(exercise)}
    return entries_in_zip(path, wanted) if path.is_file() else entries_in_folder(path, wanted)


def _names(exercise: Exercise) -> tuple[str, ...]:
    return (*exercise.files, exercise.module + NOTEBOOK)


def _owners(
    entries: Iterable[Entry], roster: Roster | None, problems: list[Problem]
) -> dict[str, list[Entry]]:
    """Return each student's entries; who cannot be told is a problem."""
    entries = sorted(entries, key=lambda entry: entry.shown)
    count = Counter(folded(entry.name) for entry in entries if entry.label)
    shared = {name for name, times in count.items() if times > 1}
    owners: dict[str, list[Entry]] = defaultdict(list)
    spelling: dict[str, str] = {}  # the first way a name was written, whatever its case
    for entry in entries:
        try:
            student = _in_roster(entry, roster) if roster else _by_itself(entry, shared)
        except SubmissionError as error:
            problems.append(Problem(brief(entry.shown), str(error)))
        else:
            owners[spelling.setdefault(folded(student), student)].append(entry)
    return owners


def _by_itself(entry: Entry, shared: Collection[str]) -> str:
    if entry.label and folded(entry.name) in shared:
        return identity(f"{entry.name} {entry.label.number}")
    return identity(entry.name)


def _in_roster(entry: Entry, roster: Roster) -> str:
    if entry.label is None:
        found = {roster.find(identity(entry.name))}
    else:
        found = {roster.find(name) for name in (entry.name, *entry.label.aliases)}
        found.add(roster.find_by_letters(entry.name))
    known = sorted(student for student in found if student is not None)
    if not known:
        raise SubmissionError(_("nobody of that name is in the roster."))
    if len(known) > 1:
        raise SubmissionError(
            _("its name and its number are of different students in the roster: {names}.").format(
                names=listed(known)
            )
        )
    return known[0]


def _of_student(
    student: str, entry: Entry, exercises: Sequence[Exercise], problems: list[Problem]
) -> list[HandedIn]:
    try:
        files, folders = entry.place.names()
    except OSError as error:
        problems.append(Problem(shown(entry.shown), str(error.strerror)))
        return []
    by_any_name = entry.label is not None and len(exercises) == 1
    found: list[HandedIn] = []
    absent: list[Problem] = []
    for exercise in exercises:
        try:
            name = choose(files, folders, exercise, exercises, by_any_name=by_any_name)
        except SubmissionError as error:
            problems.append(Problem(place(student, exercise.name), str(error)))
            continue
        if name is None:
            absent.append(missing(student, exercise.name))
        else:
            found.append(HandedIn(student, exercise.name, entry.place.part(name)))
    if entry.label and len(absent) == len(exercises) and (files or folders):
        absent = [_nothing_of_use(student, [*files, *folders], exercises)]
    problems += absent
    return found


def _nothing_of_use(student: str, names: list[str], exercises: Sequence[Exercise]) -> Problem:
    return Problem(
        brief(student),
        _("handed in {names}; expected {wanted}.").format(
            names=listed(names), wanted=listed([exercise.files[0] for exercise in exercises])
        ),
    )
