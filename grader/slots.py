"""Executor slots: processes that each keep a nursery warm and grade what they are given.

``grade``, ``illustrate`` and ``passes`` are plain functions of a ``Work``, so any
``concurrent.futures`` executor runs them. A process starts a nursery when it first gets work that
needs it, and keeps it.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from grader import language, turns
from grader.exercise import load_exercise
from grader.judge import Judge
from grader.records import Attempt, Drawn, Feedback, Limit, Submission
from grader.suite.figures import Figures
from grader.worker import sandbox
from grader.worker.alone import leave_with
from grader.worker.cells import Nursery, start_nursery

T = TypeVar("T")

_BY_THE_CLOCK = (Limit.SECONDS, Limit.TOTAL)


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a process grades: how isolated, and which folders no worker may see."""

    isolation: str
    hidden: tuple[Path, ...]


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One submission to grade for one exercise of the course at `root`, and how."""

    slot: Slot
    root: Path
    exercise: str
    feedback: Feedback
    submission: Submission
    seed: int
    figures: bool = False


class Illustrated(NamedTuple):
    """An attempt and the figures for its report."""

    attempt: Attempt
    figures: tuple[Drawn, ...]


_NURSERIES: dict[tuple[Slot, tuple[str, ...]], Nursery] = {}
_JUDGES: dict[tuple[Slot, Path, str, Feedback], Judge] = {}


def grade(work: Work) -> Attempt:
    """Grade the submission in this process's nursery; alone, where the clock stopped a check."""
    judge = _judge(work)
    with turns.shared():
        attempt = judge.grade(work.submission, work.seed)
    if any(check.limit in _BY_THE_CLOCK for check in attempt.checks):
        with turns.alone():
            attempt = judge.grade(work.submission, work.seed)
    return attempt


def illustrate(work: Work) -> Illustrated:
    """Grade the submission and, where the work asks for them, draw its figures."""
    attempt = grade(work)
    return Illustrated(attempt, draw(work, attempt).drawn if work.figures else ())


def draw(work: Work, attempt: Attempt) -> Figures:
    """Draw the figures for the report on an attempt."""
    with turns.shared():
        return _judge(work).figures(work.submission, attempt)


def passes(work: Work) -> bool:
    """Tell whether the submission would get full marks."""
    with turns.shared():
        return _judge(work).passes(work.submission, work.seed)


def _judge(work: Work) -> Judge:
    key = (work.slot, work.root, work.exercise, work.feedback)
    if key not in _JUDGES:
        exercise = load_exercise(work.root, work.exercise)
        # One cell: what starting ahead would save, another slot uses meanwhile.
        nursery = _nursery(work.slot, exercise.preload)
        _JUDGES[key] = Judge(exercise, nursery, work.feedback, cells=1)
    return _JUDGES[key]


def _nursery(slot: Slot, preload: tuple[str, ...]) -> Nursery:
    """Return the nursery for what an exercise imports: forks of a larger one cost more."""
    if (slot, preload) not in _NURSERIES:
        launched = sandbox.begin(slot.isolation, preload, slot.hidden)
        _NURSERIES[slot, preload] = start_nursery(slot.isolation, launched, preload)
    return _NURSERIES[slot, preload]


def let_go() -> None:
    """End this process's nurseries and forget its judges."""
    _JUDGES.clear()
    while _NURSERIES:
        _NURSERIES.popitem()[1].close()


class LocalPool(Executor):
    """Processes of this machine, replaced when one of them is killed.

    A killed process breaks a ``ProcessPoolExecutor`` for good, with all it was given. Here what
    had not ended is begun again in a new one, at most `TRIES` times for each piece of work.
    """

    TRIES = 3

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._lock = threading.Lock()
        self._abandoned = False
        self._pool = self._open()

    def _open(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(language.current(), os.getpid()),
        )

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run ``fn(*args, **kwargs)`` in one of the processes."""
        promised: Future[T] = Future()
        self._begin(promised, lambda pool: pool.submit(fn, *args, **kwargs), self.TRIES)
        return promised

    def _begin(
        self, promised: Future[T], start: Callable[[Executor], Future[T]], tries: int
    ) -> None:
        def ended(future: Future[T]) -> None:
            error = None if future.cancelled() else future.exception()
            if future.cancelled():
                promised.cancel()
            elif isinstance(error, BrokenProcessPool) and tries > 1 and not self._abandoned:
                self._begin(promised, start, tries - 1)
            elif error is not None:
                promised.set_exception(error)
            else:
                promised.set_result(future.result())

        with self._lock:
            try:
                running = start(self._pool)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
                self._pool = self._open()
                running = start(self._pool)
        running.add_done_callback(ended)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor has it
        """End the processes."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def abandon(self) -> None:
        """End the processes now, whatever they are doing; their nurseries end with them."""
        self._abandoned = True
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 - from 3.14 on it is kill_workers()
            process.kill()
        self._pool.shutdown(cancel_futures=True)


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


def _begin(spoken: language.Language, parent: int) -> None:
    """Speak the parent's language, leave Ctrl-C to it, and end when it is gone."""
    language.use(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    leave_with(parent)
