"""Correct solutions in other styles get full marks: no suite asks for one way of writing it."""

import ast
from pathlib import Path

import pytest

from grader.course import load_course
from grader.exercise import load_exercise
from grader.proof.trials import Trials

ROOT = Path(__file__).parents[2]
ALTERNATIVES = ROOT / "tests" / "alternatives"
FEWEST = 4
NAMES = load_course(ROOT).names


@pytest.mark.parametrize("name", NAMES)
def test_every_alternative_gets_full_marks(name: str, trials: Trials) -> None:
    exercise = load_exercise(ROOT, name)
    paths = sorted((ALTERNATIVES / name).glob("*.py"))
    assert len(paths) >= FEWEST
    graded = [trials.grade(exercise, path.stem, path.read_bytes()) for path in paths]
    for path, attempt in zip(paths, (each.result() for each in graded), strict=True):
        failed = [f"{check.id}: {check.message}" for check in attempt.checks if check.message]
        assert (path.stem, attempt.seed, failed) == (path.stem, attempt.seed, [])
        assert attempt.score == exercise.points


@pytest.mark.parametrize("path", sorted(ALTERNATIVES.glob("*/*.py")), ids=lambda path: path.stem)
def test_an_alternative_says_what_is_different(path: Path) -> None:
    assert (ast.get_docstring(ast.parse(path.read_bytes())) or "").strip()
