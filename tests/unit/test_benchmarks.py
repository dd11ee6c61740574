"""The comparison with other tools: what its forty submissions must pass; how loops end."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks import light
from benchmarks.cost import Command, run_all, tree
from benchmarks.peers.forty import CHECKS, LOOP, HandedIn, forty
from benchmarks.peers.ours import Ours
from grader.course import load_course
from grader.gradebook import Gradebook
from grader.intake import read_submission
from grader.judge import Judge
from grader.records import Feedback
from grader.worker.cells import Nursery

RUN_ONCE = [one for one in forty() if one.student not in (LOOP, "exit")]


def passed(source: str) -> frozenset[str]:
    names: dict[str, object] = {}
    with suppress(Exception):
        exec(source, names)
    found = set()
    for name, piece in light.pieces().items():
        with suppress(Exception, AssertionError):
            exec(f"import numpy as np\n{piece}", names)
            found.add(name)
    return frozenset(found)


def test_forty_students_hand_in_and_no_two_have_one_name() -> None:
    assert len({one.student for one in forty()}) == 40


@pytest.mark.parametrize("one", RUN_ONCE, ids=lambda one: one.student)
def test_each_submission_passes_just_the_checks_it_is_said_to(one: HandedIn) -> None:
    assert [passed(one.source) for _draw in range(5)] == [one.right] * 5


def test_ours_has_the_twelve_checks_that_the_others_have(tmp_path: Path, nursery: Nursery) -> None:
    light.write_course(tmp_path / "course")
    exercise = load_course(tmp_path / "course").exercise(light.NAME)
    handed_in = tmp_path / f"{light.MODULE}.py"
    handed_in.write_text(light.module(light.FUNCTIONS))
    submission = read_submission(handed_in, exercise, "right-0")
    attempt = Judge(exercise, nursery, Feedback.RESULT).grade(submission, 1)
    with Gradebook(tmp_path / "course" / "gradebook.db") as book:
        book.record(attempt, key="", origin="")
    assert len(attempt.checks) == len(CHECKS) == 12
    assert Ours().passed(tmp_path) == {"right": CHECKS}


@pytest.mark.parametrize("student", [LOOP, "exit"])
def test_the_loop_and_the_exit_come_in_one_check_of_ten_numbers(student: str) -> None:
    (one,) = (one for one in forty() if one.student == student)
    (name,) = (name.removesuffix("_10") for name in CHECKS - one.right)
    assert passed(one.source.replace("len(x) == 10 ", "False ")) == CHECKS
    code = f"{one.source}\nx = np.ones(10)\n{name}(x)\nprint('went on')"
    with suppress(subprocess.TimeoutExpired):
        done = subprocess.run(
            [sys.executable, "-c", code], check=False, capture_output=True, timeout=3
        )
        assert done.stdout == b""


def test_a_command_that_computes_for_too_long_ends_with_all_it_started() -> None:
    code = "import os\nos.fork()\nwhile True: pass"
    before = tree(os.getpid()).keys()
    run_all([Command([sys.executable, "-c", code], {})], 1, 0.5)
    assert tree(os.getpid()).keys() <= before
