"""The common checks: what each of them catches, and that right code passes them all."""

import textwrap
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.suite import common
from grader.suite.expect import CheckFailure
from grader.worker.connection import StudentError
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student


def failing(check: common.Check, source: str) -> set[str]:
    """Run a generated check on `source` and return the ids of its parameters that fail."""
    (mark,) = (mark for mark in marks(check) if mark.name == "parametrize")
    failed = set()
    for parameter in mark.args[1]:
        program = f"import numpy as np\n{textwrap.dedent(source)}".encode()
        student = Student(LocalSession(Files("m", {"m.py": program}, "/m")))
        student.load_()
        try:
            check(student, np.random.default_rng(7), *parameter.values)
        except (CheckFailure, StudentError):
            failed.add(parameter.id)
    return failed


def marks(check: Callable[..., Any]) -> list[pytest.Mark]:
    found: list[pytest.Mark] = getattr(check, "pytestmark", [])
    return found


def twice(x: np.ndarray) -> np.ndarray:
    return 2.0 * x


def shares(x: np.ndarray) -> np.ndarray:
    """Softmax, for a function of rows."""
    e: np.ndarray = np.exp(x - x.max(axis=-1, keepdims=True))
    y: np.ndarray = e / e.sum(axis=-1, keepdims=True)
    return y


def half_squares(y: np.ndarray, t: np.ndarray) -> float:
    return float(0.5 * np.sum((y - t) ** 2))


def batches(rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    return [(rng.normal(0, 3, shape), rng.normal(0, 3, shape)) for shape in [(4,), (3, 4), (1, 2)]]


activation = common.activation("f", twice, task=1, points=0.5)
rows = common.activation("f", shares, task=1, last_axis=True)
loss = common.loss("f", half_squares, task=2, points=1, arguments=batches)


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("def f(x): return np.asarray(x) * 2.0", set()),
        ("def f(x): return np.ravel(x) * 2.0", {"any_shape", "integers", "large"}),
        ("def f(x): return 2 * x", {"integers"}),
        ("def f(x): return np.where(abs(x) > 900, np.nan, 2.0 * x)", {"large"}),
        ("def f(x):\n    x *= 2.0\n    return x", {"integers", "untouched"}),
        ("def f(x): return (2 * x).astype(np.float32)", {"any_shape", "integers", "large"}),
        ("def f(x): return [2.0 * v for v in x]", {"any_shape", "integers", "large"}),
        ("def f(x): return float(2 * x)", {"any_shape", "integers", "large", "untouched"}),
        ("def f(x): return 2.0 * x if len(x) else x", {"any_shape"}),
        ("def f(x): return None", {"any_shape", "integers", "large", "untouched"}),
    ],
)
def test_activation_checks_catch(source: str, caught: set[str]) -> None:
    found = failing(activation, source)
    assert caught <= found
    assert not found if not caught else found


def test_read_only_input_is_tried() -> None:
    """A function that puts back what it changed leaves no trace, but cannot take such input."""
    source = """
        def f(x):
            y = 2.0 * x
            if np.size(x):
                old = x.flat[0]
                x.flat[0] = 0.0
                x.flat[0] = old
            return y
    """
    assert failing(activation, source) == {"untouched"}


def test_function_of_rows_is_not_asked_for_single_numbers() -> None:
    stable = """
        def f(x):
            e = np.exp(x - np.max(x, axis=-1, keepdims=True))
            return e / np.sum(e, axis=-1, keepdims=True)
    """
    assert failing(rows, stable) == set()
    assert failing(rows, stable.replace(" - np.max(x, axis=-1, keepdims=True)", "")) == {"large"}
    assert "any_shape" in failing(rows, stable.replace("axis=-1, keepdims=True", ""))


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("def f(y, t): return 0.5 * np.sum((y - t) ** 2)", set()),
        ("def f(y, t): return 0.5 * np.sum((y - t) ** 2, keepdims=True)", {"one_number"}),
        ("def f(y, t): return 0.5 * np.sum((y - t) ** 2, axis=0)", {"one_number"}),
        ("def f(y, t): return 0.5 * np.mean((y - t) ** 2)", {"one_number", "integers"}),
        ("def f(y, t): return np.sum((y - t) ** 2) // 2", {"one_number", "integers"}),
        ("def f(y, t):\n    y -= t\n    return 0.5 * np.sum(y ** 2)", {"untouched"}),
        ("def f(y, t): return int(0.5 * np.sum((y - t) ** 2))", {"one_number"}),
    ],
)
def test_loss_checks_catch(source: str, caught: set[str]) -> None:
    found = failing(loss, source)
    assert caught <= found
    assert not found if not caught else found


def test_whole_number_arguments_reach_the_loss_as_integers() -> None:
    source = """
        def f(y, t):
            if y.dtype.kind == "i":
                return 0.0
            return 0.5 * np.sum((y - t) ** 2)
    """
    assert failing(loss, source) == {"integers"}


@pytest.mark.parametrize(
    ("check", "task", "points", "count"),
    [(activation, 1, 0.5, 4), (rows, 1, 1, 4), (loss, 2, 1, 3)],
)
def test_generated_checks_carry_task_points_and_titles(
    check: common.Check, task: int, points: float, count: int
) -> None:
    (mark,) = (mark for mark in marks(check) if mark.name == "task")
    assert (mark.args, mark.kwargs) == ((task,), {"points": points})
    (parameters,) = (mark for mark in marks(check) if mark.name == "parametrize")
    titles = [mark.args for p in parameters.args[1] for mark in p.marks if mark.name == "title"]
    assert len(set(titles)) == count
    assert all(english.startswith("f ") and korean.startswith("f") for english, korean in titles)
