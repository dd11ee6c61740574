"""The judge's bench: a worker for each check, and the time budget of all of them."""

import builtins
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from grader.exercise import Limits
from grader.language import gettext as _
from grader.machine import not_started
from grader.suite.checks import Check
from grader.worker.cells import Cell
from grader.worker.connection import Connection, StudentError
from grader.worker.proxy import Student

Started = tuple[Student, Connection]


@contextmanager
def _refusals() -> Iterator[None]:
    """Grade nothing where this machine refuses a worker what it needs: no check is to blame."""
    try:
        yield
    except (OSError, RuntimeError, MemoryError) as error:
        raise not_started(error) from None


class _Starter:
    """One cell, and the thread that starts and ends processes in it."""

    def __init__(self, open_cell: Callable[[], Cell]) -> None:
        self._open_cell = open_cell
        self._cell: Cell | None = None
        self._last: Connection | None = None
        self._counted = 0.0
        self._closed = Event()
        self._thread = ThreadPoolExecutor(1, "deepgrade-starter")

    def start(self, seconds: float) -> Future[Started]:
        """Start a process that loads the submission and may take `seconds` in all."""
        with _refusals():
            return self._thread.submit(self._start, seconds)

    def _start(self, seconds: float) -> Started:
        if self._closed.is_set():
            raise StudentError("total")  # nobody will ask for it
        with _refusals():
            if self._cell is None:
                self._cell = self._open_cell()
            connection = self._last = self._cell.check(seconds)
        self._counted = 0.0
        if self._closed.is_set():
            connection.abandon()
        student = Student(connection)
        try:
            student.load_()
        except BaseException:
            connection.close()
            raise
        return student, connection

    def spent(self) -> float:
        """Return the seconds its last process has used since this was last asked."""
        if self._last is None:
            return 0.0
        before, self._counted = self._counted, self._last.used_seconds
        return self._counted - before

    def end(self, connection: Connection) -> None:
        """End a process, without waiting for it."""
        self._thread.submit(connection.close)

    def close(self) -> None:
        """Break off what loads and starts no more, wait for what ends, and let the cell go."""
        self._closed.set()
        if self._last is not None:
            self._last.abandon()
        self._thread.shutdown()
        if self._cell is not None:
            self._cell.close()


class WorkerBench:
    """Gives each check a student in a process of its own, and keeps the budget of all of them.

    While one check runs, the processes of the next ones start and load the submission in other
    cells, so that a check rarely waits for its worker. Each cell costs time of its own: `cells`
    are few where others are graded meanwhile.
    """

    def __init__(
        self, open_cell: Callable[[], Cell], limits: Limits, seed: int, cells: int
    ) -> None:
        self.seed = seed
        self.load_error: StudentError | None = None
        self._limits = limits
        self._left = limits.total_seconds
        self._starters = [_Starter(open_cell) for _number in range(cells)]
        self._open_cell = open_cell
        self._session_starters: dict[
            object, _Starter
        ] = {}  # for each file: a cell runs one process
        self._ahead: deque[tuple[_Starter, Future[Started]]] = deque()
        self._to_start = cells  # processes that somebody will ask for
        self._open: list[tuple[_Starter, Connection]] = []
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

    def _start_ahead(self, starter: _Starter) -> None:
        if self._to_start > 0:
            self._to_start -= 1
            self._ahead.append((starter, starter.start(self._seconds())))

    def fresh(self, item: pytest.Item) -> Student:
        """Return a student that no other check has used."""
        del item
        self._refuse()
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
            self._session_starters[item.path] = _Starter(self._open_cell)
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
