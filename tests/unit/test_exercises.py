"""Every exercise of this repository's course is proven: stub, solution, a sample of mistakes.

All mistakes take minutes; ``grade verify``, which CI runs as a step of its own, tries every one.
"""

from pathlib import Path

import pytest

from grader.course import load_course
from grader.exercise import load_exercise
from grader.proof.trials import Trials
from grader.proof.verify import verify

ROOT = Path(__file__).parents[2]
SAMPLE = 2


@pytest.mark.parametrize("name", load_course(ROOT).names)
def test_exercise_is_graded_right(name: str, trials: Trials) -> None:
    exercise = load_exercise(ROOT, name)
    lines = list(verify(exercise, trials, seeds=1, sample=SAMPLE))
    assert {line.subject: line.problems for line in lines if line.problems} == {}
    tried = {line.subject for line in lines} & {path.stem for path in exercise.mistakes.iterdir()}
    assert len(tried) == SAMPLE
