"""Many submissions in one pool leave nothing behind, and a leak is seen."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import soak
from grader.intake import read_submission
from grader.records import Feedback
from grader.slots import Slot, Work, grade, let_go
from grader.suite.checks import Check
from grader.worker import sandbox
from tests import tiny
from tests.faults.command import ROOT

CALM = soak.Seen(50, 55.0, 140.0, 10, 82, 350, 77, 20, 14.0)


def rounds(**growth: float) -> list[soak.Seen]:
    """Return nine rounds of fifty submissions, in which these figures grow by so much each."""
    return [
        CALM._replace(
            graded=50 * (number + 1),
            **{name: getattr(CALM, name) + each * number for name, each in growth.items()},
        )
        for number in range(9)
    ]


def test_what_stays_as_it_was_is_no_leak() -> None:
    assert soak.complaints(rounds()) == []
    noisy = [
        each._replace(files=350 + 9 * (number % 3), below=140 + 2.0 * (number % 2))
        for number, each in enumerate(rounds())
    ]
    assert soak.complaints(noisy) == []


@pytest.mark.parametrize("name", ["coordinator", "below"])
def test_memory_that_keeps_growing_is_a_leak(name: str) -> None:
    (said,) = soak.complaints(rounds(**{name: 1.5}))
    assert f"memory ({name}) grew by 7.5 MiB in 250 submissions" in said
    assert soak.complaints(rounds(**{name: 0.5})) == []


@pytest.mark.parametrize("name", soak.COUNTED)
def test_what_is_left_behind_is_a_leak(name: str) -> None:
    (said,) = soak.complaints(rounds(**{name: 1}))
    assert name in said


def test_a_graded_submission_is_forgotten(tmp_path: Path) -> None:
    exercise = tiny.write(tmp_path)
    slot = Slot(isolation="auto", hidden=(tmp_path,))
    submission = read_submission(exercise.solution, exercise, "ann")
    work = Work(
        slot=slot, root=tmp_path, exercise=exercise.name, feedback=Feedback.FULL,
        submission=submission, seed=1,
    )  # fmt: skip
    try:
        assert grade(work).score == 10
        gc.collect()
        assert [each.id for each in gc.get_objects() if type(each) is Check and each.evidence] == []
    finally:
        let_go()


def test_a_small_soak_of_all_kinds_leaves_nothing() -> None:
    if not sandbox.find_bubblewrap():
        assert not os.environ.get("CI"), "bubblewrap is not installed: in CI it must be"
        pytest.skip("no bubblewrap: the soak is not tried")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak", "--count", "20", "--rounds", "5"],
        cwd=ROOT, capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done
    assert "nothing grows, nothing is left" in done.stdout
    assert [line.split()[0] for line in done.stdout.splitlines() if line[:1].isdigit()] == [
        "20", "4", "8", "12", "16", "20",
    ]  # fmt: skip
