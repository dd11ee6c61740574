"""Executor slots: processes that each keep a nursery warm and grade what they are given.

``grade``, ``illustrate`` and ``passes`` are plain functions of a ``Work``, so any
``concurrent.futures`` executor runs them. A process starts a nursery when it first gets work that
needs it, and keeps it. What grades is imported there too: who hands out the work needs none of it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from grader import turns
from grader.errors import SandboxError
from grader.exercise import load_exercise
from grader.machine import roam
from grader.records import Attempt, Drawn, Feedback, Limit, Submission

if TYPE_CHECKING:
    from grader.judge import Judge
    from grader.suite.figures import Figures
    from grader.worker.cells import Nursery

_BY_THE_CLOCK = (Limit.SECONDS, Limit.TOTAL)


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a process grades: how isolated, and which folders no worker may see."""

    isolation: str
    hidden: tuple[Path, ...]


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One submission to grade for one exercise, and how.

    Attributes
    ----------
    slot, root, exercise
        Where; the course's folder, and the name of the exercise.
    feedback
        How much of a hidden check is told.
    submission, seed
        What is graded, and the seed of its random inputs.
    figures
        Also draw the figures.
    without
        Names of checks to leave out.
    """

    slot: Slot
    root: Path
    exercise: str
    feedback: Feedback
    submission: Submission
    seed: int
    figures: bool = False
    without: tuple[str, ...] = ()


class Illustrated(NamedTuple):
    """An attempt and the figures for its report."""

    attempt: Attempt
    figures: tuple[Drawn, ...]


_NURSERIES: "dict[tuple[Slot, tuple[str, ...]], Nursery]" = {}
_ISOLATION: dict[Slot, str] = {}  # what `auto` came to: a busy machine never loosens it
_JUDGES: "dict[tuple[Slot, Path, str, Feedback], Judge]" = {}


def grade(work: Work) -> Attempt:
    """Grade the submission in this process's nursery.

    Where the clock stopped a check that may have waited for a processor, or no worker came up, it
    is graded once more, alone, and only that counts: a busy machine gives a moment later what it
    refused, and a nursery that was killed is replaced. From then on this process runs on any
    processor: the one it was kept to may be busy with what is none of ours.
    """
    try:
        with turns.shared():
            attempt = _graded(work)
        if not any(check.limit in _BY_THE_CLOCK for check in attempt.checks):
            return attempt
        if roam():  # others may have been free
            let_go()
        elif not turns.may_have_starved(attempt.duration_s):
            return attempt
    except SandboxError:
        roam()
        let_go()
    with turns.alone():
        return _graded(work)


def _graded(work: Work) -> Attempt:
    return _judge(work).grade(work.submission, work.seed, without=work.without)


def illustrate(work: Work) -> Illustrated:
    """Grade the submission and, where the work asks for them, draw its figures."""
    attempt = grade(work)
    return Illustrated(attempt, draw(work, attempt).drawn if work.figures else ())


def draw(work: Work, attempt: Attempt) -> "Figures":
    """Draw the figures for the report on an attempt."""
    with turns.shared():
        return _judge(work).figures(work.submission, attempt)


def passes(work: Work) -> bool:
    """Tell whether the submission would get full marks; tried once more as in ``grade``."""
    try:
        with turns.shared():
            return _judge(work).passes(work.submission, work.seed)
    except SandboxError:
        roam()
        let_go()
    with turns.alone():
        return _judge(work).passes(work.submission, work.seed)


def _judge(work: Work) -> "Judge":
    from grader.judge import Judge  # noqa: PLC0415 - see above

    key = (work.slot, work.root, work.exercise, work.feedback)
    if key not in _JUDGES:
        exercise = load_exercise(work.root, work.exercise)
        # One cell: what starting ahead would save, the other slots have use for.
        nursery = _nursery(work.slot, exercise.preload)
        _JUDGES[key] = Judge(exercise, nursery, work.feedback, cells=1)
    return _JUDGES[key]


def _nursery(slot: Slot, preload: tuple[str, ...]) -> "Nursery":
    """Return the nursery for what an exercise imports: forks of a larger one cost more."""
    from grader.worker import sandbox  # noqa: PLC0415 - see above
    from grader.worker.cells import start_nursery  # noqa: PLC0415 - see above

    if (slot, preload) not in _NURSERIES:
        isolation = _ISOLATION.get(slot, slot.isolation)
        launched = sandbox.begin(isolation, preload, slot.hidden)
        nursery = _NURSERIES[slot, preload] = start_nursery(isolation, launched, preload)
        _ISOLATION[slot] = nursery.isolation
    return _NURSERIES[slot, preload]


def let_go() -> None:
    """End this process's nurseries and forget its judges."""
    _JUDGES.clear()
    while _NURSERIES:
        _NURSERIES.popitem()[1].close()
