"""A tiny course with everything a real one has, for the tests of what grades and proves it.

Its suite has an oracle of its own, so nothing of this repository's ``reference`` is needed.
"""

import textwrap
from collections.abc import Mapping
from pathlib import Path

from grader.exercise import Exercise, load_exercise

NAME, SLUG, MODULE = "exercise3", "sums", "sums"
SUITE = f"tests/hidden/{NAME}/test_{MODULE}.py"
VISIBLE = f"exercises/{NAME}/test_{MODULE}.py"
STUB = f"exercises/{NAME}/{MODULE}.py"
SOLUTION = f"solutions/{NAME}/{MODULE}.py"
SETTINGS = f"exercises/{NAME}/exercise.toml"
MISTAKES = f"solutions/{NAME}/mistakes"

COURSE = """
title = { en = "Tiny", ko = "작은 과목" }
exercises = ["exercise3"]
feedback = "full"
"""

EXERCISE = """
title = { en = "Sums", ko = "합" }
slug = "sums"
module = "sums"
points = 10

[[tasks]]
number = 1
title = { en = "Twice", ko = "두 배" }
points = 4
functions = ["double"]
hint = { en = "Multiply by two.", ko = "2를 곱하세요." }

[[tasks]]
number = 2
title = { en = "Average", ko = "평균" }
points = 4
functions = ["average"]
hint = { en = "Divide the sum by the count.", ko = "합을 개수로 나누세요." }

[[tasks]]
number = 3
title = { en = "Twice the average", ko = "평균의 두 배" }
points = 2
functions = ["double_average"]
hint = { en = "Use what you have.", ko = "이미 만든 함수를 쓰세요." }
after = [1, 2]

[limits]
seconds = 2
cpu_seconds = 2
"""

STUB_SOURCE = '''
"""Sums."""


def double(x):
    """Return twice `x`."""
    raise NotImplementedError("Task 1: double")


def average(x):
    """Return the mean of all entries."""
    raise NotImplementedError("Task 2: average")


def double_average(x):
    """Return twice the mean of all entries."""
    raise NotImplementedError("Task 3: double_average")
'''

SOLUTION_SOURCE = '''
"""Sums."""

import numpy as np


def double(x):
    return np.asarray(x) * 2.0


def average(x):
    return np.sum(x) / np.size(x)


def double_average(x):
    return double(average(x))
'''

SUITE_SOURCE = '''
import numpy as np
import pytest

from grader.suite import common, expect


def twice(x):
    return 2.0 * x


test_double_of_any_array = common.activation("double", twice, task=1, points=0.5)


@pytest.mark.task(1, points=2)
def test_double(student, rng):
    """double gives twice its input.

    double의 결과는 입력의 두 배입니다.
    """
    expect(student.double)(rng.standard_normal(3)).to_match(twice)


@pytest.mark.task(2, points=4)
def test_average(student, rng):
    """average is the sum over the count.

    average의 결과는 합을 개수로 나눈 값입니다.
    """
    expect(student.average)(rng.uniform(1, 2, (3, 4))).to_match(np.mean)


@pytest.mark.task(3, points=2)
def test_double_average(student, rng):
    """double_average is twice the average.

    double_average의 결과는 평균의 두 배입니다.
    """
    x = rng.uniform(1, 2, 5)
    expect(student.double_average)(x).to_match(2 * np.mean(x))
'''

VISIBLE_SOURCE = '''
import numpy as np
import pytest

from grader.suite import expect


@pytest.mark.task(1)
def test_double_of_the_lecture(student):
    """Twice [1, 2] is [2, 4].

    [1, 2]의 두 배는 [2, 4]입니다.
    """
    expect(student.double)(np.array([1.0, 2.0])).to_match(np.array([2.0, 4.0]))
'''

SQUARED = '''
"""You squared `x`; twice `x` is `2 * x`.

`x`를 제곱했습니다. `x`의 두 배는 `2 * x`입니다.
"""
FAILS = "test_double"


def double(x):
    return np.asarray(x) ** 2.0
'''

SUMMED = '''
"""You did not divide the sum by the count.

합을 개수로 나누지 않았습니다.
"""
FAILS = "test_average"


def average(x):
    return np.sum(x)
'''

FILES: Mapping[str, str] = {
    "course.toml": COURSE,
    SETTINGS: EXERCISE,
    STUB: STUB_SOURCE,
    f"exercises/{NAME}/README.md": "# Sums\n",
    f"exercises/{NAME}/README.ko.md": "# 합\n",
    VISIBLE: VISIBLE_SOURCE,
    SOLUTION: SOLUTION_SOURCE,
    f"{MISTAKES}/squared.py": SQUARED,
    f"{MISTAKES}/summed.py": SUMMED,
    SUITE: SUITE_SOURCE,
}


def write(root: Path, changes: Mapping[str, str | None] | None = None) -> Exercise:
    """Write the course under `root`, with files replaced, added or (None) left out; read it."""
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return load_exercise(root, NAME)


def changed(source: str, old: str, new: str) -> str:
    """Replace `old`, which must be there."""
    assert source.count(old) >= 1, old
    return source.replace(old, new, 1)


def load(root: Path) -> Exercise:
    """Read the exercise of a course that was written before."""
    return load_exercise(root, NAME)


def write_class(folder: Path, count: int) -> None:
    """Write what `count` students handed in: the stub and the solution in turn."""
    for number in range(count):
        path = folder / f"s{number:02}" / NAME / f"{MODULE}.py"
        path.parent.mkdir(parents=True)
        path.write_text(SOLUTION_SOURCE if number % 2 else STUB_SOURCE)
