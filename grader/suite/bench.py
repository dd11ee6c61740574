"""The judge's bench: a worker for each check, and the time budget of all of them."""

import builtins
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

import pytest

from grader.exercise import Limits
from grader.language import gettext as _
from grader.suite.checks import Check
from grader.suite.starter import Started, Starter
from grader.worker.cells import Cell
from grader.worker.connection import Connection, StudentError
from grader.worker.proxy import Student


class WorkerBench:
    """Gives each check a student in a process of its own, and keeps the budget of all of them.

    While one check runs, the processes of the next ones start and load the submission in other
    cells, so that a check rarely waits for its worker. Each cell costs time of its own: with one of
    the `cells` nothing is started ahead, where other submissions are graded meanwhile.
    """

    def __init__(
        self, open_cell: Callable[[], Cell], limits: Limits, seed: int, cells: int
    ) -> None:
        self.seed = seed
        self.load_error: StudentError | None = None
        self._limits = limits
        self._left = limits.total_seconds
        self._is_ahead = cells > 1
        self._starters = [Starter(open_cell, ahead=self._is_ahead) for _number in range(cells)]
        self._open_cell = open_cell
        self._session_starters: dict[object, Starter] = {}  # for each file: a cell runs one process
        self._ahead: deque[tuple[Starter, Future[Started]]] = deque()
        self._to_start = cells  # processes that somebody will ask for
        self._open: list[tuple[Starter, Connection]] = []
        self._shared: dict[object, Started] = {}
        self._printed: dict[object, int] = {}

    def load(self, *, is_notebook: bool) -> list[str]:
        """Load the submission once, before any check: return notes, keep the error if it fails."""
        first, *others = self._starters
        begun = first.start(self._seconds())
        try:
            student, connection = begun.result()
        except StudentError as error:
            self.load_error = error
            return []
        self._ahead.append((first, begun))
        for starter in others:
            self._start_ahead(starter)
        said = student.exchanges_[-1].reply
        loaded = said[1] if said else {}
        if is_notebook:  # which prints and draws wherever it likes
            return _stopped_cells(loaded)
        return _module_notes(loaded, printed=connection.output.size > 0)

    def expect(self, count: int) -> None:
        """Learn for how many checks a fresh student will be asked: no more are started."""
        self._to_start = count - len(self._ahead)

    def _start_ahead(self, starter: Starter) -> None:
        if self._is_ahead and self._to_start > 0:
            self._to_start -= 1
            self._ahead.append((starter, starter.start(self._seconds())))

    def fresh(self, item: pytest.Item) -> Student:
        """Return a student that no other check has used."""
        del item
        self._refuse()
        if not self._is_ahead and not self._ahead:
            starter = self._starters[0]
            self._ahead.append((starter, starter.start(self._seconds())))
        starter, begun = self._ahead.popleft()
        try:
            student, connection = begun.result()
        except BaseException:
            self._left -= starter.spent()
            self._start_ahead(starter)
            raise
        self._open.append((starter, connection))
        return student

    def shared(self, item: pytest.Item) -> Student:
        """Return the student shared by the checks of the item's file."""
        self._refuse()
        if item.path not in self._session_starters:
            self._session_starters[item.path] = Starter(self._open_cell, ahead=self._is_ahead)
        starter = self._session_starters[item.path]
        if item.path not in self._shared:
            begun = starter.start(self._seconds())
            try:
                self._shared[item.path] = begun.result()
            finally:
                self._left -= starter.spent()
        student, connection = self._shared[item.path]
        student.exchanges_ = list(student.exchanges_)
        self._printed[item.path] = connection.output.size
        return student

    def _refuse(self) -> None:
        if self.load_error is not None:
            raise self.load_error
        if self._left <= 0:
            raise StudentError("total")

    def _seconds(self) -> float:
        return max(min(self._limits.seconds, self._left), 0.0)

    def finish(self, check: Check) -> None:
        """Put the check's output into its record, end its processes and start the next ones."""
        parts = [connection.output.text() for _starter, connection in self._open]
        for path, start in self._printed.items():
            parts.append(self._shared[path][1].output.text(start))
            self._left -= self._session_starters[path].spent()
        check.output = "".join(parts)
        for starter, connection in self._open:
            self._left -= starter.spent()
            starter.end(connection)
            self._start_ahead(starter)
        self._open.clear()
        self._printed.clear()

    def close(self) -> None:
        """End what is still running, whatever stopped the run."""
        for starter, connection in self._open:
            starter.end(connection)
        for path, (_student, connection) in self._shared.items():
            self._session_starters[path].end(connection)
        for _starter, begun in self._ahead:
            begun.add_done_callback(_end_unused)
        for starter in (*self._starters, *self._session_starters.values()):
            starter.close()


def _end_unused(begun: Future[Started]) -> None:
    if begun.exception() is None:
        begun.result()[1].close()


def _module_notes(loaded: object, *, printed: bool) -> list[str]:
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
    return notes


def _stopped_cells(loaded: object) -> list[str]:
    notes = []
    match loaded:
        case {"cells": list(cells)}:
            for cell in cells[:10]:
                match cell:
                    case [int(number), str(name), int(line)]:
                        said = _("Cell {number} stopped with an error in line {line}.")
                        if hasattr(builtins, name):  # any other name is the student's own text
                            said = _("Cell {number} stopped with {name} in line {line}.")
                        notes.append(said.format(number=number, name=name, line=line))
    return notes
