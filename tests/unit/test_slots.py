"""Slots: who sleeps is graded twice at most, and libraries are imported once."""

import gc
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import pytest

from grader import slots, turns
from grader.errors import SandboxError
from grader.judge import Judge
from grader.machine import keep_to, processors, roam
from grader.records import Attempt, Feedback, Limit, Submission
from grader.slots import Slot, Work, grade
from grader.worker.cells import SandboxNursery
from grader.worker.connection import CallBack, Connection
from tests import tiny

ROOT = Path(__file__).parents[2]


SLEEPING = """
import time

def double(x):
    time.sleep(60)

def average(x):
    return 0

def double_average(x):
    return 0
"""


@pytest.fixture
def sleeper(tmp_path: Path) -> Iterator[Work]:
    tiny.write(tmp_path, {tiny.SETTINGS: tiny.EXERCISE.replace("seconds = 2\n", "seconds = 1\n")})
    yield Work(
        slot=Slot(isolation="auto", hidden=(tmp_path,)), root=tmp_path, exercise=tiny.NAME,
        feedback=Feedback.FULL, seed=1, submission=Submission(
            student="ann", files={"sums.py": SLEEPING.encode()}, sha256="", origin="sums.py"
        ),
    )  # fmt: skip
    slots.let_go()


@pytest.mark.parametrize(("starved", "times"), [(True, 2), (False, 1)])
def test_who_sleeps_is_graded_twice_at_most(
    sleeper: Work, monkeypatch: pytest.MonkeyPatch, *, starved: bool, times: int
) -> None:
    begun: list[int] = []
    graded = Judge.grade

    def counted(
        judge: Judge, submission: Submission, seed: int, *, without: Collection[str]
    ) -> Attempt:
        begun.append(seed)
        return graded(judge, submission, seed, without=without)

    monkeypatch.setattr(Judge, "grade", counted)
    monkeypatch.setattr(turns, "may_have_starved", lambda _seconds: starved)
    attempt = grade(sleeper)
    assert Limit.SECONDS in {check.limit for check in attempt.checks}
    assert len(begun) == times


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing can be kept to a processor")
@pytest.mark.skipif(processors() == 1, reason="there is only one")
def test_what_the_clock_stops_on_its_processor_is_graded_again_on_any(
    sleeper: Work, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    everywhere, count = os.sched_getaffinity(0), processors()
    monkeypatch.setattr(turns, "may_have_starved", lambda _seconds: False)
    request.addfinalizer(roam)
    keep_to(min(everywhere))
    assert (os.sched_getaffinity(0), processors()) == ({min(everywhere)}, count)
    grade(solved(sleeper))
    assert nursery_allowed() == {min(everywhere)}
    grade(sleeper)
    assert os.sched_getaffinity(0) == nursery_allowed() == everywhere
    assert (roam(), processors()) == (False, count)


def nursery_allowed() -> set[int]:
    [nursery] = slots._NURSERIES.values()
    assert isinstance(nursery, SandboxNursery)
    return os.sched_getaffinity(nursery._launched.process.pid)


def kill_the_nursery() -> None:
    [nursery] = slots._NURSERIES.values()
    assert isinstance(nursery, SandboxNursery)
    nursery._launched.process.kill()
    nursery._launched.process.wait()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    times: list[int] = []
    having_the_machine = turns.alone

    def counted() -> AbstractContextManager[None]:
        times.append(1)
        return having_the_machine()

    monkeypatch.setattr(turns, "alone", counted)
    yield times
    gc.collect()  # what was left open would warn


def solved(work: Work) -> Work:
    files = {"sums.py": tiny.SOLUTION_SOURCE.encode()}
    submission = msgspec.structs.replace(work.submission, files=files)
    return msgspec.structs.replace(work, submission=submission)


def test_a_nursery_that_was_killed_is_replaced(sleeper: Work, alone: list[int]) -> None:
    work = solved(sleeper)
    assert grade(work).score == 10
    kill_the_nursery()
    attempt = grade(work)
    assert (attempt.score, attempt.isolation) == (10, "sandbox")
    assert len(alone) == 1
    kill_the_nursery()
    assert slots.passes(work)
    assert len(alone) == 2


def test_a_nursery_that_is_killed_during_the_last_check_costs_nothing(
    sleeper: Work, alone: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = solved(sleeper)
    asked = Connection.ask
    calls: list[int] = []

    def struck(self: Connection, request: list[Any], call_back: CallBack) -> list[Any]:
        calls.append(1)
        if len(calls) == last:
            kill_the_nursery()
        return asked(self, request, call_back)

    monkeypatch.setattr(Connection, "ask", struck)
    last = 0
    assert grade(work).score == 10
    last, calls = len(calls), []
    assert grade(work).score == 10
    assert len(alone) == 1


def test_what_is_refused_twice_is_no_attempt(
    sleeper: Work, alone: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_wanted: object, **_named: object) -> NoReturn:
        raise SandboxError("no room")

    monkeypatch.setattr(Judge, "grade", refused)
    with pytest.raises(SandboxError, match="no room"):
        grade(sleeper)
    assert len(alone) == 1


@pytest.mark.parametrize("preloads", [True, False])
def test_tensorflow_is_imported_once_for_all_submissions_of_a_slot(
    tmp_path: Path, *, preloads: bool
) -> None:
    preload = ["numpy", "tensorflow"] if preloads else ["numpy"]
    tiny.write(tmp_path, {tiny.SETTINGS: f"preload = {preload}\n{tiny.EXERCISE}"})
    source = f'import sys\nassert "tensorflow" in sys.modules\n{tiny.SOLUTION_SOURCE}'
    slot = Slot(isolation="auto", hidden=(tmp_path,))
    works = [
        Work(
            slot=slot, root=tmp_path, exercise=tiny.NAME, feedback=Feedback.FULL, seed=1,
            submission=Submission(
                student=student, files={"sums.py": source.encode()}, sha256="", origin="x"
            ),
        )
        for student in ("ann", "ben")
    ]  # fmt: skip
    try:
        scores = [grade(work).score for work in works]
    finally:
        slots.let_go()
    assert scores == ([10, 10] if preloads else [0, 0])
