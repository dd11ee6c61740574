"""Grade a whole class: what changed since the last run, in parallel, each result kept at once.

    class folder ─► submissions ─► slots (any executor) ─► Attempt ─► gradebook, report

The coordinator reads submissions a few at a time, hands them to the executor and alone writes
the gradebook. It can be killed at any moment: the next run grades what is not recorded.
"""

import hashlib
import hmac
import platform
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from datetime import UTC, datetime
from importlib import metadata
from typing import NamedTuple

from grader import language
from grader.course import Course, packed
from grader.errors import CourseError, MissingError, NotInstalledError, SubmissionError, SuiteError
from grader.exercise import Exercise
from grader.gradebook import Gradebook, Standing
from grader.intake import read_submission
from grader.intake.class_folder import HandedIn, Problem, missing, place
from grader.intake.quoting import shown
from grader.language import gettext as _
from grader.records import Attempt, Drawn, Submission
from grader.slots import Illustrated, Slot, Work, illustrate

_READ_BY_PEOPLE = ".md"


class Graded(NamedTuple):
    """A new attempt, the key it is recorded under, and the score there was before, if any."""

    attempt: Attempt
    key: str
    before: float | None
    figures: tuple[Drawn, ...] = ()


class Unchanged(NamedTuple):
    """A submission whose attempt in the gradebook still holds."""

    handed_in: HandedIn


class _Begun(NamedTuple):
    graded: Future[Illustrated]
    handed_in: HandedIn
    key: str
    before: float | None


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
    figures
        Also draw what is graded, for the reports.
    times
        When work was handed in, by student and exercise, as far as is known.
    """

    def __init__(  # noqa: PLR0913 - one for each setting of a run
        self,
        course: Course,
        exercises: Sequence[Exercise],
        gradebook: Gradebook,
        executor: Executor,
        slot: Slot,
        *,
        ahead: int,
        regrade: bool = False,
        figures: bool = False,
        times: Mapping[tuple[str, str], datetime] | None = None,
    ) -> None:
        self._gradebook = gradebook
        self._exercises = {exercise.name: exercise for exercise in exercises}
        now = datetime.now(UTC)  # one moment for the whole run
        self._feedback = {e.name: course.feedback_at(now, e.name) for e in exercises}
        self._digests = {exercise.name: exercise_digest(exercise) for exercise in exercises}
        self._secret = gradebook.secret()
        self._executor = executor
        self._slot = slot
        self._ahead = ahead
        self._regrade = regrade
        self._figures = figures
        self._times = times or {}

    def run(self, handed_in: Sequence[HandedIn]) -> Iterator[Event]:
        """Grade, record, and yield what became of each submission, as it ends."""
        known = {(s.student, s.exercise): s for s in self._gradebook.standings()}
        waiting = deque(handed_in)
        running: dict[Future[Illustrated], _Begun] = {}
        while waiting or running:
            while waiting and len(running) < self._ahead:
                entry = waiting.popleft()
                begun = self._begin(entry, known.get((entry.student, entry.exercise)))
                if isinstance(begun, _Begun):
                    running[begun.graded] = begun
                else:
                    yield begun
            for done in wait(running, return_when=FIRST_COMPLETED).done if running else ():
                yield self._ended(running.pop(done))

    def _begin(self, entry: HandedIn, known: Standing | None) -> "_Begun | Unchanged | Problem":
        try:
            work, key = self._prepared(entry)
        except MissingError:
            return missing(entry.student, entry.exercise)
        except SubmissionError as error:
            return Problem(place(entry.student, entry.exercise), str(error))
        if known is not None and known.key == key and not self._regrade:
            if moment := self._times.get((entry.student, entry.exercise)):
                self._gradebook.note_hand_in(entry.student, entry.exercise, key, moment)
            return Unchanged(entry)
        before = None if known is None else known.score
        return _Begun(self._executor.submit(illustrate, work), entry, key, before)

    def _ended(self, begun: "_Begun") -> "Graded | Problem":
        entry = begun.handed_in
        try:
            attempt, figures = begun.graded.result()
        except BrokenExecutor:
            return Problem(
                place(entry.student, entry.exercise),
                _("grading it ended the grader's own process, each time it was tried"),
            )
        except (SuiteError, CourseError, NotInstalledError) as error:
            # The other exercises can be graded.
            return Problem(place(entry.student, entry.exercise), str(error))
        moment = self._times.get((entry.student, entry.exercise))
        self._gradebook.record(attempt, begun.key, shown(entry.path), moment)
        return Graded(attempt, begun.key, begun.before, figures)

    def _prepared(self, entry: HandedIn) -> tuple[Work, str]:
        exercise = self._exercises[entry.exercise]
        submission = read_submission(entry.path, exercise, entry.student)
        key = self._key(submission, exercise)
        work = Work(
            slot=self._slot,
            root=exercise.root,
            exercise=exercise.name,
            feedback=self._feedback[exercise.name],
            submission=submission,
            seed=self._seed(submission, exercise),
            figures=self._figures,
        )
        return work, key

    def _key(self, submission: Submission, exercise: Exercise) -> str:
        parts = (
            submission.sha256,
            self._digests[exercise.name],
            self._feedback[exercise.name],
            self._slot.isolation,
            language.current(),  # an attempt speaks one language
        )
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
    parts = [folder.relative_to(exercise.root).as_posix() for folder in folders]
    for name, content in packed(exercise.root, parts).items():
        if not name.endswith(_READ_BY_PEOPLE):
            digest.update(f"{name}\0".encode())
            digest.update(hashlib.sha256(content).digest())
    versions = (metadata.version("deepgrade"), platform.python_version(), metadata.version("numpy"))
    digest.update("\0".join(versions).encode())
    return digest.hexdigest()
