"""What a proof tries: modules of the author's own, graded in slots as any submission is."""

import hashlib
from collections.abc import Collection
from concurrent.futures import Executor, Future

import msgspec
from msgspec.structs import replace

from grader.exercise import Exercise
from grader.judge import new_seed
from grader.proof.examples import Examples, run_examples
from grader.records import Attempt, Feedback, Submission
from grader.slots import Slot, Work, draw, grade, passes
from grader.suite.figures import Figures


class Trials(msgspec.Struct, frozen=True):
    """Tries modules and examples, each in whichever slot of the executor is free."""

    executor: Executor
    slot: Slot

    def grade(
        self, exercise: Exercise, name: str, source: bytes, without: Collection[str] = ()
    ) -> Future[Attempt]:
        """Grade one module, with everything shown, under a seed of its own."""
        work = self._work(exercise, name, source, new_seed())
        return self.executor.submit(grade, replace(work, without=tuple(without)))

    def draw(self, exercise: Exercise, source: bytes, attempt: Attempt) -> Future[Figures]:
        """Draw the figures of one module that was graded."""
        work = self._work(exercise, attempt.student, source, attempt.seed)
        return self.executor.submit(draw, work, attempt)

    def examples(self, exercise: Exercise) -> Future[Examples]:
        """Run the examples of the READMEs and the stub."""
        return self.executor.submit(run_examples, exercise.root, exercise.name)

    def passes(self, exercise: Exercise, source: bytes, seed: int) -> Future[bool]:
        """Tell whether one module gets full marks."""
        return self.executor.submit(passes, self._work(exercise, "mutant", source, seed))

    def _work(self, exercise: Exercise, name: str, source: bytes, seed: int) -> Work:
        return Work(
            slot=self.slot,
            root=exercise.root,
            exercise=exercise.name,
            feedback=Feedback.FULL,
            submission=_submission(exercise, name, source),
            seed=seed,
        )


def _submission(exercise: Exercise, name: str, source: bytes) -> Submission:
    return Submission(
        student=name,
        files={exercise.files[0]: source},
        sha256=hashlib.sha256(source).hexdigest(),
        origin=name,
    )
