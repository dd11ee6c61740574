"""A suite is collected once and run for many submissions: each finds it as it was collected."""

import hashlib
import os
from pathlib import Path

import pytest

from grader.judge import Judge
from grader.machine import refusal
from grader.records import Attempt, Feedback, Outcome, Submission
from grader.worker.cells import Nursery
from tests import tiny
from tests.tiny import SOLUTION_SOURCE, SUITE_SOURCE

MEMORY = """
CALLS = []
NUMBERS = np.arange(3.0)
COUNT = 0


@pytest.mark.task(1, points=0)
def test_what_is_left_over(student):
    \"\"\"Nothing is left over.

    남은 것이 없습니다.
    \"\"\"
    global COUNT
    assert CALLS == []
    assert COUNT == 0
    CALLS.append(1)
    COUNT += 1
"""


def graded(judge: Judge) -> Attempt:
    content = SOLUTION_SOURCE.encode()
    digest = hashlib.sha256(content).hexdigest()
    return judge.grade(
        Submission(student="ada", files={"sums.py": content}, sha256=digest, origin="sums.py"), 7
    )


def judge_of(suite: str, folder: Path, nursery: Nursery) -> Judge:
    exercise = tiny.write(folder, {tiny.SUITE: suite})
    return Judge(exercise, nursery, Feedback.FULL)


def outcome(attempt: Attempt, check: str) -> Outcome:
    (found,) = [each.outcome for each in attempt.checks if each.id.endswith(f"::{check}")]
    return found


def test_what_one_submissions_checks_left_is_gone_for_the_next(
    tmp_path: Path, nursery: Nursery
) -> None:
    judge = judge_of(SUITE_SOURCE + MEMORY, tmp_path, nursery)
    attempts = [graded(judge) for _time in range(3)]
    assert [outcome(each, "test_what_is_left_over") for each in attempts] == [Outcome.PASSED] * 3
    assert {each.score for each in attempts} == {10.0}


def test_a_suite_cannot_write_to_an_array_of_its_module(tmp_path: Path, nursery: Nursery) -> None:
    writing = MEMORY.replace("    CALLS.append(1)\n", "    NUMBERS[0] = 1\n")
    attempt = graded(judge_of(SUITE_SOURCE + writing, tmp_path, nursery))
    assert outcome(attempt, "test_what_is_left_over") is Outcome.BROKEN


def test_a_suite_that_changed_is_collected_again(tmp_path: Path, nursery: Nursery) -> None:
    judge = judge_of(SUITE_SOURCE, tmp_path, nursery)
    before = graded(judge)
    path = tmp_path / tiny.SUITE
    path.write_text(path.read_text() + MEMORY)
    stamp = path.stat().st_mtime_ns + 1
    os.utime(path, ns=(stamp, stamp))
    after = graded(judge)
    assert len(after.checks) == len(before.checks) + 1


def test_a_suite_that_could_not_be_collected_is_tried_again(
    tmp_path: Path, nursery: Nursery
) -> None:
    judge = judge_of("this is no Python", tmp_path, nursery)
    for _time in range(2):
        with pytest.raises(Exception, match="breaks the rules"):
            graded(judge)
    path = tmp_path / tiny.SUITE
    path.write_text(SUITE_SOURCE)
    assert graded(judge).score == 10.0


@pytest.mark.parametrize(
    "wrapped", ["raise OSError(24, 'Too many open files')", "raise ImportError('x') from {0}"]
)
def test_a_suite_is_not_to_blame_for_what_the_machine_refuses(
    tmp_path: Path, nursery: Nursery, wrapped: str
) -> None:
    source = wrapped.format("OSError(24, 'Too many open files')")
    with pytest.raises(OSError, match="Too many open files") as caught:
        graded(judge_of(source, tmp_path, nursery))
    assert refusal(caught.value) is not None
