"""Grade a whole class: what changed since the last run, in parallel, each result kept at once.

    class folder ─► submissions ─► slots (any executor) ─► Attempt ─► gradebook, report

The coordinator reads submissions a few at a time, hands them to the executor and alone writes
the gradebook. It can be killed at any moment: the next run grades what is not recorded.
"""

import hashlib
import hmac
import platform
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np

from grader.course import Course, Exercise
from grader.errors import MissingError, SubmissionError
from grader.gradebook import Gradebook, Standing
from grader.intake import read_submission
from grader.intake.class_folder import ClassFolder, HandedIn, Problem, missing, place
from grader.records import Attempt, Submission
from grader.report.class_page import write_class
from grader.report.html import write_attempt
from grader.report.roll import Roll
from grader.slots import Slot, Work, grade

CLASS_PAGE = "index.html"
_PARTS_OF_AN_EXERCISE = ("*.py", "*.toml")


class Graded(NamedTuple):
    """A new attempt, and the score the gradebook had before, if any."""

    attempt: Attempt
    before: float | None


class Unchanged(NamedTuple):
    """A submission whose attempt in the gradebook still holds."""

    handed_in: HandedIn


class _Begun(NamedTuple):
    attempt: Future[Attempt]
    key: str


Event = Graded | Unchanged | Problem


class Batch:
    """One run over a class.

    Parameters
    ----------
    course, exercises
        The course, and what of it may have been handed in.
    gradebook
        Where attempts are kept.
    executor, slot
        Where submissions are graded.
    ahead
        Submissions handed to the executor at a time.
    regrade
        Also grade what has not changed.
    """

    def __init__(
        self,
        course: Course,
        exercises: Sequence[Exercise],
        gradebook: Gradebook,
        executor: Executor,
        slot: Slot,
        *,
        ahead: int,
        regrade: bool = False,
    ) -> None:
        self.course = course
        self.gradebook = gradebook
        self._exercises = {exercise.name: exercise for exercise in exercises}
        self._digests = {exercise.name: exercise_digest(exercise) for exercise in exercises}
        self._secret = gradebook.secret()
        self._executor = executor
        self._slot = slot
        self._ahead = ahead
        self._regrade = regrade

    def exercise(self, name: str) -> Exercise:
        """Return one of the exercises of this run."""
        return self._exercises[name]

    def run(self, handed_in: Sequence[HandedIn]) -> Iterator[Event]:
        """Grade, record, and yield what became of each submission, as it ends."""
        known = {(s.student, s.exercise): s for s in self.gradebook.standings()}
        waiting = deque(handed_in)
        running: dict[Future[Attempt], tuple[HandedIn, str]] = {}
        while waiting or running:
            while waiting and len(running) < self._ahead:
                entry = waiting.popleft()
                begun = self._begin(entry, known.get((entry.student, entry.exercise)))
                if isinstance(begun, _Begun):
                    running[begun.attempt] = entry, begun.key
                else:
                    yield begun
            if not running:
                continue
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                entry, key = running.pop(done)
                attempt = done.result()
                self.gradebook.record(attempt, key, str(entry.path))
                before = known.get((entry.student, entry.exercise))
                yield Graded(attempt, None if before is None else before.score)

    def _begin(self, entry: HandedIn, known: Standing | None) -> "_Begun | Unchanged | Problem":
        try:
            work, key = self._prepared(entry)
        except MissingError:
            return missing(entry.student, entry.exercise)
        except SubmissionError as error:
            return Problem(place(entry.student, entry.exercise), str(error))
        if known is not None and known.key == key and not self._regrade:
            return Unchanged(entry)
        return _Begun(self._executor.submit(grade, work), key)

    def _prepared(self, entry: HandedIn) -> tuple[Work, str]:
        exercise = self._exercises[entry.exercise]
        submission = read_submission(entry.path, exercise, entry.student)
        key = self._key(submission, exercise)
        work = Work(
            slot=self._slot,
            root=exercise.root,
            exercise=exercise.name,
            feedback=self.course.feedback,
            submission=submission,
            seed=self._seed(submission, exercise),
        )
        return work, key

    def _key(self, submission: Submission, exercise: Exercise) -> str:
        feedback, isolation = self.course.feedback, self._slot.isolation
        parts = (submission.sha256, self._digests[exercise.name], feedback, isolation)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _seed(self, submission: Submission, exercise: Exercise) -> int:
        """Return the seed of a submission: nobody can guess it, and a second run has the same."""
        said = f"{exercise.name}\0{submission.student}\0{submission.sha256}"
        digest = hmac.digest(self._secret, said.encode(), "sha256")
        return int.from_bytes(digest[:8], "big") >> 1


def exercise_digest(exercise: Exercise) -> str:
    """Hash what a result depends on beside the submission: suite, oracle, solution, versions."""
    digest = hashlib.sha256()
    folders = (exercise.folder, exercise.solution, exercise.suite, exercise.root / "reference")
    for folder in folders:
        paths = {path for part in _PARTS_OF_AN_EXERCISE for path in folder.rglob(part)}
        for path in sorted(paths):
            digest.update(f"{path.relative_to(exercise.root)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    versions = (metadata.version("deepgrade"), platform.python_version(), np.__version__)
    digest.update("\0".join(versions).encode())
    return digest.hexdigest()


def show_class(batch: Batch, found: ClassFolder, roll: Roll, reports: Path) -> None:
    """Run a batch, write each student's report and the class's, and count all on the roll."""
    for event in chain(found.problems, batch.run(found.handed_in)):
        if isinstance(event, Graded):
            attempt = event.attempt
            path = reports / attempt.student / f"{attempt.exercise}.html"
            write_attempt(attempt, batch.exercise(attempt.exercise), path)
            roll.graded(attempt, event.before)
        elif isinstance(event, Unchanged):
            roll.unchanged()
        elif event.is_missing:
            roll.missing(event.where)
        else:
            roll.problem(event.where, event.reason)
    write_class(batch.course, batch.gradebook.latest(), reports / CLASS_PAGE)
