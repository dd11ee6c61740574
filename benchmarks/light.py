"""A light exercise of twelve checks, and a class that handed it in: what the benchmarks grade.

The same twelve checks exist as a suite of ours, as a plain pytest file and, for other tools, as
pieces of code to run after a submission.
"""

import textwrap
from pathlib import Path

NAME, MODULE = "exercise1", "light"
SIZES = (3, 10, 100)
FUNCTIONS = {
    "sigmoid": "1 / (1 + np.exp(-x))",
    "relu": "np.maximum(x, 0)",
    "softmax": "np.exp(x - x.max()) / np.exp(x - x.max()).sum()",
    "mse": "np.mean((x - x.mean()) ** 2)",
}
ORACLE = {
    "sigmoid": "1 / (1 + np.exp(-x))",
    "relu": "np.where(x > 0, x, 0)",
    "softmax": "np.exp(x) / np.sum(np.exp(x))",
    "mse": "np.var(x)",
}
WRONG = {  # for every input the checks can draw
    "sigmoid": "1 / (1 + np.exp(x))",
    "relu": "np.minimum(x, 0)",
    "softmax": "x / x.sum()",
    "mse": "np.sum((x - x.mean()) ** 2)",
}

_COURSE = """
title = { en = "Light", ko = "가벼운 연습" }
exercises = ["exercise1"]
"""

_EXERCISE_HEAD = """
title = {{ en = "Light", ko = "가벼운 연습" }}
slug = "light"
module = "light"
points = 12

[limits]
seconds = {seconds}
cpu_seconds = {cpu_seconds}
"""

_TASK = """
[[tasks]]
number = {number}
title = {{ en = "{name}", ko = "{name}" }}
points = 3
functions = ["{name}"]
hint = {{ en = "Look at the formula.", ko = "수식을 보세요." }}
"""

_SUITE = """
import numpy as np
import pytest

from grader.suite import expect


{oracle}

{checks}
"""

_CHECK = '''
@pytest.mark.task({task}, points=1)
def test_{name}_{size}(student, rng):
    """{name} of {size} numbers is right.

    {name}: 수 {size}개.
    """
    expect(student.{name})(rng.standard_normal({size})).to_match({name})

'''

_PLAIN_CHECK = """
def test_{name}_{size}():
    x = np.random.default_rng().standard_normal({size})
    np.testing.assert_allclose(light.{name}(x), {name}(x), rtol=1e-6)

"""

_PIECE = """
x = np.random.default_rng().standard_normal({size})
np.testing.assert_allclose({name}(x), {oracle}, rtol=1e-6)
"""


def module(formulas: dict[str, str]) -> str:
    """Return a submission with these formulas."""
    return "import numpy as np\n\n\n" + _functions(formulas)


def _functions(formulas: dict[str, str]) -> str:
    functions = (f"def {name}(x):\n    return {what}\n" for name, what in formulas.items())
    return "\n\n".join(functions)


def _checks(template: str) -> list[str]:
    return [
        template.format(task=task, name=name, size=size)
        for task, name in enumerate(FUNCTIONS, start=1)
        for size in SIZES
    ]


def _suite(checks: list[str]) -> str:
    return _SUITE.format(oracle=_functions(ORACLE), checks="\n".join(checks))


def write_course(root: Path, cpu_seconds: int = 2) -> None:
    """Write the course, with a limit for each check; students see the first of the twelve."""
    head = _EXERCISE_HEAD.format(seconds=3 * cpu_seconds, cpu_seconds=cpu_seconds)
    tasks = (_TASK.format(number=n, name=name) for n, name in enumerate(FUNCTIONS, start=1))
    stub = "\n\n".join(
        f'def {name}(x):\n    """Return {name} of `x`."""\n'
        f'    raise NotImplementedError("Task {n}: {name}")\n'
        for n, name in enumerate(FUNCTIONS, start=1)
    )
    visible, *hidden = _checks(_CHECK)
    files = {
        "course.toml": _COURSE,
        f"exercises/{NAME}/exercise.toml": head.replace(
            "\n[limits]", "".join(tasks) + "\n[limits]"
        ),
        f"exercises/{NAME}/{MODULE}.py": stub,
        f"exercises/{NAME}/test_{MODULE}.py": _suite([visible]),
        f"solutions/{NAME}/{MODULE}.py": module(FUNCTIONS),
        f"tests/hidden/{NAME}/test_{MODULE}.py": _suite(hidden),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")


def plain_suite() -> str:
    """Return the same checks as a plain pytest file, which imports the submission."""
    ours = _suite(_checks(_PLAIN_CHECK))
    return ours.replace("import pytest\n\nfrom grader.suite import expect\n", "import light\n")


def pieces() -> dict[str, str]:
    """Return each check by its name, as code to run where the submission's names are known."""
    return {
        f"{name}_{size}": _PIECE.format(name=name, size=size, oracle=ORACLE[name]).strip()
        for name in FUNCTIONS
        for size in SIZES
    }


def submission(number: int) -> str:
    """Return the module that student `number` handed in: every fifth has one function wrong."""
    if number % 5:
        return module(FUNCTIONS)
    name = list(FUNCTIONS)[number // 5 % len(FUNCTIONS)]
    return module({**FUNCTIONS, name: WRONG[name]})


def write_class(folder: Path, count: int) -> None:
    """Write `count` submissions, one folder each; no two files are equal."""
    for number in range(count):
        path = folder / f"s{number:05}" / NAME / f"{MODULE}.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"{submission(number)}\n\n# {number}\n")
