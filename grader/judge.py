"""Grade one submission: the only place an ``Attempt`` is made.

    submission ─► cell ─► one process per check ─► records ─► outcomes, mistakes, points ─► Attempt

The judge runs the suite; the worker only ever answers it.
"""

import secrets
import time
from collections.abc import Sequence

import pytest

from grader.course import Exercise, Limits
from grader.errors import SandboxError
from grader.language import gettext as _
from grader.records import (
    Attempt,
    CheckResult,
    Feedback,
    Mistake,
    Outcome,
    Submission,
    SubmissionSummary,
    Visibility,
)
from grader.suite.diagnosis import Diagnosis, Evidence, KnownMistake, load_mistakes
from grader.suite.explain import Explainer, Explanation
from grader.suite.expect import CheckFailure
from grader.suite.run import Check, run_checks
from grader.worker.cells import Cell, Nursery
from grader.worker.connection import Connection, StudentError
from grader.worker.messages import Bounds, Files
from grader.worker.proxy import LocalSession, Student

NOTEBOOK = ".ipynb"


def new_seed() -> int:
    """Return a seed nobody can guess; it is published only in the finished attempt."""
    return secrets.randbits(63)


class WorkerBench:
    """Gives each check a student in a process of its own, and keeps the budget of all of them."""

    def __init__(self, cell: Cell, session_cell: Cell, limits: Limits, seed: int) -> None:
        self.seed = seed
        self._cells = {False: cell, True: session_cell}
        self._limits = limits
        self._left = limits.total_seconds
        self._open: list[Connection] = []
        self._shared: dict[object, tuple[Student, Connection]] = {}
        self._printed: dict[object, int] = {}
        self.load_error: StudentError | None = None
        self._loaded: tuple[Student, Connection] | None = None

    def load(self) -> list[str]:
        """Load the submission once, before any check: return notes, keep the error if it fails."""
        try:
            student, connection = self._start(shared=False)
        except StudentError as error:
            self.load_error = error
            return []
        self._loaded = (student, connection)
        said = student.exchanges_[-1].reply
        return _load_notes(said[1] if said else {}, printed=connection.printed > 0)

    def fresh(self, item: pytest.Item) -> Student:
        """Return a student that no other check has used."""
        del item
        if self.load_error is not None:
            raise self.load_error
        student, connection = self._loaded or self._start(shared=False)
        self._loaded = None
        self._open.append(connection)
        return student

    def shared(self, item: pytest.Item) -> Student:
        """Return the student shared by the checks of the item's file."""
        if self.load_error is not None:
            raise self.load_error
        if item.path not in self._shared:
            self._shared[item.path] = self._start(shared=True)
        student, connection = self._shared[item.path]
        student.exchanges_ = list(student.exchanges_)
        self._printed[item.path] = connection.printed
        return student

    def _start(self, *, shared: bool) -> tuple[Student, Connection]:
        if self._left <= 0:
            raise StudentError("seconds")
        connection = self._cells[shared].check(min(self._limits.seconds, self._left))
        student = Student(connection)
        try:
            student.load_()
        except StudentError:
            self._close(connection)
            raise
        return student, connection

    def finish(self, check: Check) -> None:
        """Put the check's output into its record and end its processes."""
        parts = [connection.output() for connection in self._open]
        for path, start in self._printed.items():
            parts.append(self._shared[path][1].output(start))
        check.output = "".join(parts)
        for connection in self._open:
            self._close(connection)
        self._open.clear()
        self._printed.clear()

    def close(self) -> None:
        """End what is still running."""
        for _student, connection in self._shared.values():
            self._close(connection)
        if self._loaded is not None:
            self._close(self._loaded[1])

    def _close(self, connection: Connection) -> None:
        connection.close()
        self._left -= connection.used_seconds


def _load_notes(loaded: object, *, printed: bool) -> list[str]:
    notes = []
    if printed:
        notes.append(
            _(
                "Your module prints while it is imported. That costs nothing, but belongs below "
                '`if __name__ == "__main__":`.'
            )
        )
    match loaded:
        case {"figures": int(figures)} if figures > 0:
            notes.append(
                _(
                    "Your module draws a plot while it is imported; nobody sees it here. Put it "
                    'below `if __name__ == "__main__":`.'
                )
            )
    match loaded:
        case {"cells": list(cells)}:
            for cell in cells[:10]:
                match cell:
                    case [int(number), str(), int(line)]:
                        notes.append(
                            _("Cell {number} stopped with an error in line {line}.").format(
                                number=number, line=line
                            )
                        )
    return notes


class Judge:
    """Grades submissions of one exercise, one after the other, in one nursery."""

    def __init__(self, exercise: Exercise, nursery: Nursery, feedback: Feedback) -> None:
        self._exercise = exercise
        self._nursery = nursery
        self._feedback = feedback
        self._solution = {name: (exercise.solution / name).read_bytes() for name in exercise.files}
        self._mistakes: list[KnownMistake] | None = None

    def grade(self, submission: Submission, seed: int) -> Attempt:
        """Grade one submission.

        Raises
        ------
        SuiteError, SandboxError
            When the grader itself fails: no attempt is made, and no score is lost.
        """
        begun = time.perf_counter()
        cells = [self._open(submission), self._open(submission)]
        bench = WorkerBench(cells[0], cells[1], self._exercise.limits, seed)
        try:
            notes = bench.load()
            checks = run_checks(self._exercise, bench, self._arbiter)
        finally:
            bench.close()
            for cell in cells:
                cell.close()
        results = self._results(checks, bench, submission)
        return Attempt(
            exercise=self._exercise.name,
            student=submission.student,
            score=min(sum(result.points for result in results), self._exercise.points),
            max_score=self._exercise.points,
            isolation=self._nursery.isolation,
            seed=seed,
            submission=SubmissionSummary(
                files=tuple(sorted(submission.files)), sha256=submission.sha256
            ),
            duration_s=time.perf_counter() - begun,
            notes=(*submission.notes, *notes),
            checks=tuple(results),
        )

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
            cells=submission.origin.endswith(NOTEBOOK),
        )

    def _arbiter(self) -> Student:
        """Return the model solution, to ask whether a strange exception is the check's fault."""
        files = Files(self._exercise.module, self._solution, f"/{self._exercise.name}")
        student = Student(LocalSession(files))
        student.load_()
        return student

    def _results(
        self, checks: Sequence[Check], bench: WorkerBench, submission: Submission
    ) -> list[CheckResult]:
        explainer = Explainer(self._exercise, submission.files)
        explained = {
            check.id: _explain(check, explainer, loading=check.error is bench.load_error)
            for check in checks
            if check.error is not None
        }
        unfinished = {check.task for check in checks if check.id in explained}
        mistakes = self._diagnose(checks, explained)
        return [
            self._result(check, explained.get(check.id), mistakes.get(check.id, []), unfinished)
            for check in checks
        ]

    def _diagnose(
        self, checks: Sequence[Check], explained: dict[str, Explanation]
    ) -> dict[str, list[Mistake]]:
        failing = [
            check
            for check in checks
            if isinstance(check.error, CheckFailure | StudentError)
            and explained[check.id].outcome is Outcome.FAILED
            and explained[check.id].waits_for is None
            and check.students
        ]
        if not failing:
            return {}
        if self._mistakes is None:
            self._mistakes = load_mistakes(self._exercise)
        diagnosis = Diagnosis(self._exercise, self._mistakes)
        evidence = {
            check.id: [
                Evidence(frozenset(student.functions_used_), student.exchanges_)
                for student in check.students
            ]
            for check in checks
        }
        everything = [each for several in evidence.values() for each in several]
        named = {}
        for check in failing:
            found = (diagnosis.name(each, everything) for each in evidence[check.id])
            named[check.id] = next(filter(None, found), [])
        return named

    def _result(
        self,
        check: Check,
        explanation: Explanation | None,
        mistakes: list[Mistake],
        unfinished: set[int],
    ) -> CheckResult:
        hidden = check.visibility is Visibility.HIDDEN
        level = self._feedback if hidden else Feedback.FULL
        task = self._exercise.task(check.task)
        shows_output = level in (Feedback.OUTPUT, Feedback.FULL)
        if explanation is None:
            return CheckResult(
                id=check.id,
                task=check.task,
                title=str(check.title),
                outcome=Outcome.PASSED,
                points=check.points,
                max_points=check.points,
                visibility=check.visibility,
                message="",
                output=check.output if shows_output else "",
                duration_s=check.duration_s,
            )
        outcome = explanation.outcome
        waits = explanation.waits_for
        after_unfinished = any(number in unfinished for number in task.after)
        if outcome is Outcome.FAILED and (
            after_unfinished or (waits is not None and waits != check.task)
        ):
            outcome = Outcome.BLOCKED
        shown = explanation.revealed(level)
        names = mistakes if level is not Feedback.NONE else []
        return CheckResult(
            id=check.id,
            task=check.task,
            title=str(check.title),
            outcome=outcome,
            points=check.points if outcome is Outcome.BROKEN else 0.0,
            max_points=check.points,
            visibility=check.visibility,
            message=shown.brief,
            expected=shown.expected,
            actual=shown.actual,
            input=shown.call,
            mistake=" | ".join(mistake.name for mistake in names) or None,
            mistake_explanation="\n".join(mistake.explanation for mistake in names) or None,
            hint=None if level is Feedback.NONE else str(task.hint),
            output=check.output if shows_output else "",
            duration_s=check.duration_s,
        )


def _explain(check: Check, explainer: Explainer, *, loading: bool) -> Explanation:
    error = check.error
    assert error is not None
    if isinstance(error, SandboxError):
        raise error
    if isinstance(error, CheckFailure):
        return explainer.failure(error)
    if isinstance(error, StudentError):
        return explainer.error(error, loading=loading)
    return explainer.broken(error) if check.fault_is_ours else explainer.unusable()
