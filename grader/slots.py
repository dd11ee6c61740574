"""Executor slots: processes that each keep a nursery warm and grade what they are given.

``grade`` and ``passes`` are plain functions of a ``Work``, so any ``concurrent.futures`` executor
runs them: the pool below, or one thread in a test. A process starts its nursery when it gets its
first work and keeps it.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import msgspec

from grader import language
from grader.course import load_exercise
from grader.judge import Judge
from grader.records import Attempt, Feedback, Submission
from grader.worker import sandbox
from grader.worker.cells import Nursery, start_nursery


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """The nursery a process keeps: how isolated, what it imports, which folders it never shows."""

    isolation: str
    preload: tuple[str, ...]
    hidden: tuple[Path, ...]


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One submission to grade for one exercise of the course at `root`, and how."""

    slot: Slot
    root: Path
    exercise: str
    feedback: Feedback
    submission: Submission
    seed: int


_NURSERIES: dict[Slot, Nursery] = {}
_JUDGES: dict[tuple[Slot, Path, str, Feedback], Judge] = {}


def grade(work: Work) -> Attempt:
    """Grade the submission in this process's nursery."""
    return _judge(work).grade(work.submission, work.seed)


def passes(work: Work) -> bool:
    """Tell whether the submission passes every hidden check; stop at the first it does not."""
    return _judge(work).passes(work.submission, work.seed)


def _judge(work: Work) -> Judge:
    slot = work.slot
    if slot not in _NURSERIES:
        launched = sandbox.begin(slot.isolation, slot.preload, slot.hidden)
        _NURSERIES[slot] = start_nursery(slot.isolation, launched, slot.preload)
    key = (slot, work.root, work.exercise, work.feedback)
    if key not in _JUDGES:
        exercise = load_exercise(work.root, work.exercise)
        _JUDGES[key] = Judge(exercise, _NURSERIES[slot], work.feedback)
    return _JUDGES[key]


def close() -> None:
    """End the nurseries of this process."""
    _JUDGES.clear()
    while _NURSERIES:
        _NURSERIES.popitem()[1].close()


@contextmanager
def local_pool(jobs: int) -> Iterator[Executor]:
    """Open `jobs` slots on this machine; what is not begun is dropped when the block fails."""
    executor = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(language.current(), os.getpid()),
    )
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _begin(spoken: language.Language, parent: int) -> None:
    """Speak the parent's language, leave Ctrl-C to it, and end when it is gone."""
    language.use(spoken)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
