"""The judge's bench: a worker for each check, and the time budget of all of them."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from grader.course import Limits
from grader.language import gettext as _
from grader.suite.run import Check
from grader.worker.cells import Cell
from grader.worker.connection import Connection, StudentError
from grader.worker.proxy import Student

CELLS = 2  # one for the check that runs, one for the next


Started = tuple[Student, Connection]


class WorkerBench:
    """Gives each check a student in a process of its own, and keeps the budget of all of them.

    While one check runs, the process of the next is started and loads the submission in another
    cell, so that a check rarely waits for its worker. One thread does all starting and ending.
    """

    def __init__(self, open_cell: Callable[[], Cell], limits: Limits, seed: int) -> None:
        self.seed = seed
        self.load_error: StudentError | None = None
        self._open_cell = open_cell
        self._limits = limits
        self._left = limits.total_seconds
        self._thread = ThreadPoolExecutor(1, "deepgrade-bench")
        self._cells: list[Cell] = []
        self._session_cell: Cell | None = None
        self._ahead: Future[Started] | None = None
        self._open: list[Connection] = []
        self._shared: dict[object, Started] = {}
        self._printed: dict[object, int] = {}

    def load(self) -> list[str]:
        """Load the submission once, before any check: return notes, keep the error if it fails."""
        self._ahead = self._thread.submit(self._start_fresh)
        try:
            student, connection = self._ahead.result()
        except StudentError as error:
            self.load_error, self._ahead = error, None
            return []
        said = student.exchanges_[-1].reply
        return _load_notes(said[1] if said else {}, printed=connection.printed > 0)

    def fresh(self, item: pytest.Item) -> Student:
        """Return a student that no other check has used."""
        del item
        if self.load_error is not None:
            raise self.load_error
        begun = self._ahead or self._thread.submit(self._start_fresh)
        self._ahead = None
        student, connection = begun.result()
        self._open.append(connection)
        self._ahead = self._thread.submit(self._start_fresh)
        return student

    def shared(self, item: pytest.Item) -> Student:
        """Return the student shared by the checks of the item's file."""
        if self.load_error is not None:
            raise self.load_error
        if item.path not in self._shared:
            self._shared[item.path] = self._thread.submit(self._start_shared).result()
        student, connection = self._shared[item.path]
        student.exchanges_ = list(student.exchanges_)
        self._printed[item.path] = connection.printed
        return student

    def _start_fresh(self) -> Started:
        if len(self._cells) < CELLS:
            self._cells.append(self._open_cell())
        else:
            self._cells.append(self._cells.pop(0))
        return self._start(self._cells[-1])

    def _start_shared(self) -> Started:
        if self._session_cell is None:
            self._session_cell = self._open_cell()
        return self._start(self._session_cell)

    def _start(self, cell: Cell) -> Started:
        if self._left <= 0:
            raise StudentError("total")
        connection = cell.check(min(self._limits.seconds, self._left))
        student = Student(connection)
        try:
            student.load_()
        except BaseException:
            self._end(connection)
            raise
        return student, connection

    def finish(self, check: Check) -> None:
        """Put the check's output into its record and end its processes."""
        parts = [connection.output() for connection in self._open]
        for path, start in self._printed.items():
            parts.append(self._shared[path][1].output(start))
        check.output = "".join(parts)
        for connection in self._open:
            self._thread.submit(self._end, connection)
        self._open.clear()
        self._printed.clear()

    def close(self) -> None:
        """End what is still running, whatever stopped the run."""
        connections = [*self._open, *(connection for _student, connection in self._shared.values())]
        for connection in connections:
            self._thread.submit(self._end, connection)
        if self._ahead is not None:
            self._ahead.add_done_callback(_end_unused)
        self._thread.shutdown()
        for cell in (*self._cells, self._session_cell):
            if cell is not None:
                cell.close()

    def _end(self, connection: Connection) -> None:
        connection.close()
        self._left -= connection.used_seconds


def _end_unused(begun: Future[Started]) -> None:
    if begun.exception() is None:
        begun.result()[1].close()


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
