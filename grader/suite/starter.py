"""One cell, and what starts and ends the processes of its checks."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import Any, TypeVar

from grader.machine import not_started
from grader.worker.cells import Cell
from grader.worker.connection import Connection, StudentError
from grader.worker.proxy import Student

Started = tuple[Student, Connection]
T = TypeVar("T")


@contextmanager
def _refusals() -> Iterator[None]:
    """Grade nothing where this machine refuses a worker what it needs: no check is to blame."""
    try:
        yield
    except (OSError, RuntimeError, MemoryError) as error:
        raise not_started(error) from None


class _AtOnce(Executor):
    """Runs what it is given before it returns: a thread that nobody overtakes costs for nothing."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Return a future that is done."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whatever it is, who asks for the result gets it
            done.set_exception(error)
        return done


class Starter:
    """One cell, and the thread that starts and ends processes in it, where they are `ahead`."""

    def __init__(self, open_cell: Callable[[], Cell], *, ahead: bool) -> None:
        self._open_cell = open_cell
        self._cell: Cell | None = None
        self._last: Connection | None = None
        self._counted = 0.0
        self._closed = Event()
        self._executor: Executor = (
            ThreadPoolExecutor(1, "deepgrade-starter") if ahead else _AtOnce()
        )

    def start(self, seconds: float) -> Future[Started]:
        """Start a process that loads the submission and may take `seconds` in all."""
        with _refusals():
            return self._executor.submit(self._start, seconds)

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
        """End a process; where some are started ahead, without waiting for it."""
        self._executor.submit(connection.close)

    def close(self) -> None:
        """Break off what loads and starts no more, wait for what ends, and let the cell go."""
        self._closed.set()
        if self._last is not None:
            self._last.abandon()
        self._executor.shutdown()
        if self._cell is not None:
            self._cell.close()
