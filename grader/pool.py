"""The pool of this machine: processes that are replaced when one of them is killed.

Any function and its arguments that can be pickled will do. On Linux what they grade with is
imported once for all of them, by a process that does nothing else.
"""

import multiprocessing
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import util
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from grader import language
from grader.machine import (
    keep_to,
    one_each,
    refusal,
    refuse_too_few_files,
    refuse_too_few_threads,
)

T = TypeVar("T")

# Threads and processes: of the coordinator for it; its own; bubblewrap, nursery, cell and check.
_STARTED_BY_A_SLOT = 16
_STARTED_FOR_ALL = 4  # what slots are forked from, and what multiprocessing cleans up with
_OPENED_BY_A_SLOT = 8  # queues and pipes of the coordinator, or a slot's own
_OPENED_FOR_ALL = 16


class LocalPool(Executor):
    """Processes of this machine, replaced when one of them is killed.

    A killed process breaks a ``ProcessPoolExecutor`` for good, with all it was given. So each
    process here has one of its own, which a thread gives one piece of work at a time: only the
    work that ran in the killed process begins again, at most `TRIES` times.

    Where there are at least as many as processors, one is kept to each of them: a judge and the
    workers it talks with take turns, and waking another processor costs more than that.
    """

    TRIES = 3

    def __init__(self, jobs: int) -> None:
        warm_up(jobs)
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="slot")
        self._spoken = language.current()
        self._lock = threading.Lock()
        self._abandoned = False
        self._all: set[ProcessPoolExecutor] = set()
        self._idle: list[ProcessPoolExecutor] = []  # the warmest last
        self._processors = one_each(jobs)  # that no process is kept to yet
        self._kept_to: dict[ProcessPoolExecutor, int] = {}

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run ``fn(*args, **kwargs)`` in one of the processes."""
        return self._threads.submit(self._run, fn, *args, **kwargs)

    def _run(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        tried = 0
        while True:
            process, running = self._start(fn, *args, **kwargs)
            error = running.exception()
            if not isinstance(error, BrokenProcessPool):
                self._idle.append(process)
                return running.result()
            self._end(process)
            tried += 1
            if tried == self.TRIES or self._abandoned:
                raise error

    def _start(
        self, fn: Callable[..., T], /, *args: Any, **kwargs: Any
    ) -> tuple[ProcessPoolExecutor, Future[T]]:
        tried = 0
        with self._lock:  # so that `abandon` knows every process there is
            while not self._abandoned:
                process = self._idle.pop() if self._idle else self._open()
                try:
                    return process, process.submit(fn, *args, **kwargs)
                except BrokenProcessPool:  # it was killed while it had nothing to do
                    self._end(process)
                except (EOFError, ConnectionError):  # what it is forked from was killed
                    self._end(process)
                    tried += 1
                    if tried == self.TRIES:
                        raise
                except BaseException:  # this machine refuses it a process or a file
                    self._end(process)
                    raise
        raise BrokenProcessPool

    def _open(self) -> ProcessPoolExecutor:
        processor = self._processors.pop(0) if self._processors else None
        process = ProcessPoolExecutor(
            1,
            mp_context=_context(),
            initializer=_begin,
            initargs=(self._spoken, processor),
        )
        self._all.add(process)
        if processor is not None:
            self._kept_to[process] = processor
        return process

    def _end(self, process: ProcessPoolExecutor) -> None:
        self._all.discard(process)
        if process in self._kept_to:
            self._processors.append(self._kept_to.pop(process))
        with suppress(RuntimeError):  # its thread could not even be started
            process.shutdown()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor has it
        """End the processes when all is done; without `wait`, in a thread of its own."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        if not wait:
            threading.Thread(target=self.shutdown).start()
            return
        while self._all:
            self._end(next(iter(self._all)))

    def abandon(self) -> None:
        """End the processes now, whatever they are doing; their nurseries end with them."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._abandoned = True
            for pool in tuple(self._all):
                for process in list((pool._processes or {}).values()):  # noqa: SLF001 - from 3.14 on it is kill_workers()
                    process.kill()
        self.shutdown()


@contextmanager
def local_pool(jobs: int) -> Iterator[Executor]:
    """Open `jobs` slots on this machine; what is not begun is dropped when the block fails."""
    pool = LocalPool(jobs)
    try:
        yield pool
    except BaseException:
        pool.abandon()
        raise
    pool.shutdown()


def warm_up(jobs: int) -> None:
    """Begin to import what every process of a pool of `jobs` will need, in a process of its own."""
    refuse_too_few_files(jobs * _OPENED_BY_A_SLOT + _OPENED_FOR_ALL)
    refuse_too_few_threads(jobs * _STARTED_BY_A_SLOT + _STARTED_FOR_ALL)
    _context()


@cache
def _context() -> BaseContext:
    """Return what starts the processes: on Linux, forks of one that has imported what they need.

    Elsewhere a system's own libraries may not survive a fork.
    """
    if sys.platform == "linux":
        from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - not everywhere

        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["grader.cli", "grader.judge", "grader.slots"])
        try:
            resource_tracker.ensure_running()  # first, as it ends with hearing Ctrl-C again
            with _deaf_to_ctrl_c():
                forkserver.ensure_running()
        except OSError as error:
            if refusal(error) and not isinstance(error, FileNotFoundError):
                raise
        else:
            return context
        # There is no folder for temporary files, or it can hold no socket, or its path is too long.
    return multiprocessing.get_context("spawn")


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Start what shall not hear of it: while it imports, a process has no other way to say so."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def tidy_up() -> None:
    """Take away the folder of multiprocessing's socket, before an exit that skips its own."""
    if _context.cache_info().currsize:
        with suppress(OSError):  # there may be no place for one
            shutil.rmtree(util.get_temp_dir())


def _begin(spoken: language.Language, processor: int | None) -> None:
    """Speak the parent's language, leave Ctrl-C to it, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    language.use(spoken)
    if processor is not None:
        keep_to(processor)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End this process when its parent is gone, however that came about."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)
