"""Grade one submission: the only place an ``Attempt`` is made.

    submission ─► cell ─► one process per check ─► records ─► outcomes, mistakes, points ─► Attempt

The judge runs the suite; the worker only ever answers it.
"""

import secrets
import time
from collections.abc import Callable, Collection
from contextlib import closing
from importlib.util import find_spec

from grader.errors import NotInstalledError
from grader.exercise import Exercise
from grader.intake.selection import is_notebook
from grader.language import gettext as _
from grader.records import Attempt, Feedback, Submission, SubmissionSummary, Visibility
from grader.scoring import sum_points
from grader.suite.bench import WorkerBench
from grader.suite.figures import Figures, draw_figures, tasks_to_draw
from grader.suite.mistakes import read_solution
from grader.suite.replay import import_quietly
from grader.suite.run import Suite
from grader.suite.verdicts import Verdicts
from grader.worker.cells import Cell, Nursery
from grader.worker.local import LocalSession
from grader.worker.messages import Bounds, Files
from grader.worker.proxy import Student


def new_seed() -> int:
    """Return a seed nobody can guess; it is published only in the finished attempt."""
    return secrets.randbits(63)


class Judge:
    """Grades submissions of one exercise, one after the other, in one nursery.

    Parameters
    ----------
    exercise, nursery
        What is graded, and where its code runs.
    feedback
        How much of a hidden check is told.
    cells
        In how many cells processes are started ahead, for whoever waits for one submission.

    Raises
    ------
    NotInstalledError
        When a library the exercise needs is not installed: nobody's code is at fault.
    """

    def __init__(
        self, exercise: Exercise, nursery: Nursery, feedback: Feedback, cells: int = 3
    ) -> None:
        _refuse_missing(exercise)
        self._cells = cells
        self._exercise = exercise
        self._nursery = nursery
        self._feedback = feedback
        self._suite = Suite(exercise, None if exercise.kit else self._arbiter())
        self._verdicts = Verdicts(exercise, feedback)

    def grade(self, submission: Submission, seed: int, *, without: Collection[str] = ()) -> Attempt:
        """Grade one submission; for a proof, `without` the checks of these names.

        Raises
        ------
        CourseError, SuiteError, UnequippedError
            When the grader itself fails: no attempt is made, and no score is lost.
        """
        begun = time.perf_counter()
        with self._bench(submission, seed) as bench:
            notes = bench.load(is_notebook=is_notebook(submission.origin))
            checks = self._suite.run(bench, without=without)
        results = self._verdicts.of(checks, submission, bench.load_error)
        most = self._exercise.points
        if self._exercise.kit:
            most = sum_points(result.max_points for result in results)
            notes.append(
                _("Only the visible checks ran here. When you hand in, hidden ones run too.")
            )
        return Attempt(
            exercise=self._exercise.name,
            student=submission.student,
            score=min(sum_points(result.points for result in results), most),
            max_score=most,
            isolation=self._nursery.isolation,
            seed=seed,
            submission=SubmissionSummary(
                files=tuple(sorted(submission.files)), sha256=submission.sha256
            ),
            duration_s=time.perf_counter() - begun,
            notes=(*submission.notes, *notes),
            checks=tuple(results),
        )

    def passes(self, submission: Submission, seed: int) -> bool:
        """Tell whether it would get full marks, stopping at the first check that says no."""
        with self._bench(submission, seed) as bench:
            bench.load(is_notebook=is_notebook(submission.origin))
            checks = self._suite.run(bench, until_first_failure=True)
        return all(
            check.error is None or (check.visibility is Visibility.VISIBLE and not check.points)
            for check in checks
        )

    def figures(self, submission: Submission, attempt: Attempt) -> Figures:
        """Draw what the report on an attempt shows of its submission; no verdict depends on it."""
        if self._feedback is Feedback.NONE:
            return Figures()
        tasks = tasks_to_draw(attempt)
        return draw_figures(self._exercise, lambda: self._open(submission), attempt.seed, tasks)

    def _bench(self, submission: Submission, seed: int) -> "closing[WorkerBench]":
        limits = self._exercise.limits
        bench = WorkerBench(lambda: self._open(submission), limits, seed, self._cells)
        return closing(bench)

    def _open(self, submission: Submission) -> Cell:
        limits = self._exercise.limits
        bounds = Bounds(
            cpu_seconds=limits.cpu_seconds,
            memory_mb=limits.memory_mb,
            output_mb=limits.output_mb,
            disk_mb=limits.disk_mb,
            processes=limits.processes,
        )
        return self._nursery.open(
            self._exercise.module,
            submission.files,
            bounds,
            is_notebook=is_notebook(submission.origin),
        )

    def _arbiter(self) -> Callable[[], Student]:
        """Return what gives the model solution, to ask whose fault a strange exception is."""
        exercise = self._exercise
        solution = {name: read_solution(exercise, name) for name in exercise.files}

        def arbiter() -> Student:
            import_quietly(exercise.preload)
            student = Student(LocalSession(Files(exercise.module, solution, f"/{exercise.name}")))
            student.load_()
            return student

        return arbiter


def _refuse_missing(exercise: Exercise) -> None:
    wanted = exercise.preload if exercise.kit else (*exercise.preload, *exercise.needs)
    roots = dict.fromkeys(name.partition(".")[0] for name in wanted)
    if missing := [name for name in roots if find_spec(name) is None]:
        raise NotInstalledError(
            _(
                "{exercise} needs {modules}, not installed here. Install it and try again; for "
                "TensorFlow, Keras and scikit-learn: pip install 'deepgrade[keras,iris]', or in a "
                "clone: uv sync --extra keras --extra iris."
            ).format(exercise=exercise.name, modules=", ".join(missing))
        )
