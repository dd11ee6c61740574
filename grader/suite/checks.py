"""The checks of a suite as pytest collects them, each with a record of what happens in it."""

from typing import Protocol

import pytest

from grader.errors import SuiteError
from grader.exercise import Exercise
from grader.machine import refusal
from grader.records import Visibility
from grader.suite import plugin
from grader.suite.diagnosis import Evidence
from grader.suite.rules import can_be_replayed, task_of, title_of, wrong_sums


class Check:
    """One collected check and, after a run, what happened in it."""

    def __init__(self, item: pytest.Function, exercise: Exercise) -> None:
        self.id = item.nodeid
        # What is not certainly visible is hidden.
        hidden = not item.path.is_relative_to(exercise.folder.absolute())
        self.visibility = Visibility.HIDDEN if hidden else Visibility.VISIBLE
        self.name = item.originalname
        self.task, self.points = task_of(
            item, exercise, default=1.0 if hidden or exercise.kit else 0.0
        )
        self.title = title_of(item)
        self.can_be_replayed = can_be_replayed(item)
        self.error: BaseException | None = None
        self.fault_is_ours = False
        self.evidence: list[Evidence] = []
        self.output = ""
        self.duration_s = 0.0


class JudgeBench(plugin.Bench, Protocol):
    """The judge's bench: it is told what is to come, and when a check has ended."""

    def expect(self, count: int) -> None:
        """Learn how many checks will ask for a fresh student."""
        ...

    def finish(self, check: Check) -> None:
        """Put the check's output into its record and let its workers go."""
        ...


class Collector:
    """The plugin that collects the checks, and keeps what is wrong with them."""

    def __init__(self, exercise: Exercise) -> None:
        self.checks: list[tuple[pytest.Function, Check]] = []
        self.problems: list[str] = []
        self.refused: BaseException | None = None
        self._exercise = exercise

    def pytest_exception_interact(self, call: pytest.CallInfo[object]) -> None:
        """Keep what the machine refused meanwhile, which no suite is to blame for."""
        error = call.excinfo.value if call.excinfo else None
        while error is not None and refusal(error) is None:
            error = error.__cause__  # pytest wraps what an import raises
        self.refused = self.refused or error

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep what a suite that cannot be imported says."""
        if report.failed:
            lines = str(report.longrepr).strip().splitlines()
            last = lines[-1].removeprefix("E ").strip() if lines else ""
            self.problems.append(f"{report.nodeid}: {last}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Read each check's mark and title; a rule that is broken stops the run."""
        for item in items:
            try:
                assert isinstance(item, pytest.Function)
                self.checks.append((item, Check(item, self._exercise)))
            except SuiteError as error:
                self.problems.append(str(error))
        if not self.problems:  # without checks that cannot be read, no sum is right
            worth = [(check.task, check.points) for _item, check in self.checks]
            self.problems += wrong_sums(self._exercise, worth)

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
        """Keep what went wrong in pytest itself, and keep its traceback off the terminal."""
        if refusal(excinfo.value):
            self.refused = excinfo.value
        self.problems.append(f"{excinfo.typename}: {excinfo.value}")
        return True
