"""One run: read what the head hands in, grade it as a class of one, and keep what was found."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from grader.batch import Batch, Graded, Unchanged
from grader.ci.request import Request
from grader.ci.result import Judged, RunResult
from grader.ci.touched import Touched
from grader.course import Course
from grader.errors import GitError, GraderError, SubmissionError
from grader.gradebook import Gradebook
from grader.intake import identity, read_submission
from grader.intake.class_folder import HandedIn
from grader.intake.selection import is_notebook
from grader.language import gettext as _
from grader.pool import local_pool
from grader.records import Attempt, Submission
from grader.slots import Slot


class _Read(NamedTuple):
    """One exercise of the head that can be graded, and its module as the head has it."""

    touched: Touched
    submission: Submission
    source: str


class Settings(NamedTuple):
    """How a run grades.

    Attributes
    ----------
    student
        Whom it grades for; empty where nobody is known.
    gradebook
        Where attempts are kept; None for this run only.
    jobs, isolation
        Submissions graded at once, and what stands between their code and the machine.
    """

    student: str
    gradebook: str | None
    jobs: int
    isolation: str


def judge_all(request: Request, settings: Settings, fail_under: float) -> RunResult:
    """Grade what a pull request hands in; what the gradebook knows already is not graded again.

    Raises
    ------
    GraderError
        When something could not be graded and the head is not at fault.
    """
    student = identity(settings.student or _("student"))
    changes = request.changes()
    read = [_read(each, student) for each in changes.touched]
    can_be_graded = [each for each in read if isinstance(each, _Read)]
    attempts: dict[str, Judged] = {}
    if can_be_graded:
        attempts = _graded(can_be_graded, request.course, settings)
    judged = tuple(
        each if isinstance(each, Judged) else attempts[each.touched.exercise.name] for each in read
    )
    return RunResult(request.head, judged, changes.without_effect, fail_under)


def _graded(read: Sequence[_Read], course: Course, settings: Settings) -> dict[str, Judged]:
    by_name = {each.touched.exercise.name: each for each in read}
    handed_in = [
        HandedIn(each.submission.student, name, each.touched.offer)
        for name, each in by_name.items()
    ]
    slot = Slot(isolation=settings.isolation, hidden=(course.root,))
    jobs = min(settings.jobs, len(read))
    judged = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        Gradebook(settings.gradebook or Path(folder) / "gradebook.db") as book,
        local_pool(jobs) as pool,
    ):
        exercises = [each.touched.exercise for each in read]
        for event in Batch(course, exercises, book, pool, slot, ahead=jobs + 1).run(handed_in):
            if isinstance(event, Graded):
                name = event.attempt.exercise
                judged[name] = _judged(by_name[name], event.attempt, is_new=True)
            elif isinstance(event, Unchanged):
                name = event.handed_in.exercise
                before = book.history(event.handed_in.student, name)[-1]
                judged[name] = _judged(by_name[name], before, is_new=False)
            else:  # it was read a moment ago, so the head is not at fault
                said = _("{place} could not be graded: {reason}")
                raise GraderError(said.format(place=event.where, reason=event.reason))
    return judged


def _read(touched: Touched, student: str) -> _Read | Judged:
    exercise = touched.exercise
    try:
        submission = read_submission(touched.offer, exercise, student)
    except GitError:  # a clone without this object, say: nobody's score
        raise
    except SubmissionError as error:
        path = f"{touched.folder}/{exercise.files[0]}"
        return Judged(exercise, touched.folder, "", path, None, str(error))
    source = b"" if is_notebook(submission.origin) else submission.files[exercise.files[0]]
    return _Read(touched, submission, source.decode("utf-8", "replace"))


def _judged(read: _Read, attempt: Attempt, *, is_new: bool) -> Judged:
    exercise, folder, _offer = read.touched
    origin = read.submission.origin
    name = origin.rpartition("/")[2] if is_notebook(origin) else exercise.files[0]
    path, notes = f"{folder}/{name}", read.submission.notes
    return Judged(exercise, folder, read.source, path, attempt, is_new=is_new, notes=notes)
