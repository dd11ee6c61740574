"""The judge's bench: a worker for each check, and the time budget of all of them."""

import pytest

from grader.course import Limits
from grader.language import gettext as _
from grader.suite.run import Check
from grader.worker.cells import Cell
from grader.worker.connection import Connection, StudentError
from grader.worker.proxy import Student


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
