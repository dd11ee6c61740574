"""Common checks: what every function of a kind must do, written once.

Each factory returns a parametrised check to be assigned to a ``test_…`` name in a suite; each of
its parameters is a check of its own, with its own title and ``points``.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pytest

from grader.suite.expect import expect
from grader.worker.proxy import Student, StudentFunction

Check = Callable[[Student, np.random.Generator, str], None]
Arguments = Callable[[np.random.Generator], Sequence[tuple[Any, ...]]]
Probe = Callable[[StudentFunction, np.random.Generator], None]
Titles = tuple[str, str]


def activation(
    name: str,
    oracle: Callable[[np.ndarray], np.ndarray],
    *,
    task: int,
    points: float = 1,
    last_axis: bool = False,
) -> Check:
    """Return checks for a function of one array that keeps its shape.

    Parameters
    ----------
    name
        The student's function.
    oracle
        The reference, float64 in and out.
    task, points
        As in the ``task`` mark; `points` for each of the four checks.
    last_axis
        The function works along the last axis (softmax), so 0-d input and an empty last axis
        are not asked.
    """
    shapes: list[tuple[int, ...]] = [(5,), (1, 4), (3, 4), (2, 3, 4), (0, 4)]
    if not last_axis:
        shapes += [(), (0,)]

    def any_shape(function: StudentFunction, rng: np.random.Generator) -> None:
        for shape in shapes:
            expect(function)(np.asarray(3 * rng.standard_normal(shape))).to_match(oracle)

    def integers(function: StudentFunction, rng: np.random.Generator) -> None:
        x = rng.integers(-5, 6, (3, 4))
        expect(function)(x).to_match(oracle(x.astype(float)))
        expect(function)(x[0]).to_match(oracle(x[0].astype(float)))

    def large(function: StudentFunction, rng: np.random.Generator) -> None:
        x = np.array([[1000.0, -1000.0, 0.5], [-1000.0, -999.0, -998.0], [1000.0, 999.0, 1000.0]])
        expect(function)(x).to_match(oracle)
        expect(function)(rng.permutation(x[0])).to_match(oracle)

    def untouched(function: StudentFunction, rng: np.random.Generator) -> None:
        x = rng.standard_normal((3, 4))
        expect(function)(x).to_leave_arguments_unchanged().to_match(oracle)
        x.flags.writeable = False
        expect(function)(x).to_match(oracle)

    return _checks(
        name,
        task,
        points,
        {
            "any_shape": (
                ("{name} keeps the shape of its input.", "{name} 함수는 입력의 형상을 유지합니다."),
                any_shape,
            ),
            "integers": (
                ("{name} treats integers as floats.", "{name} 함수는 정수를 실수처럼 다룹니다."),
                integers,
            ),
            "large": (
                (
                    "{name} is right for ±1000, without NaN.",
                    "{name} 함수는 ±1000에서도 NaN 없이 올바릅니다.",
                ),
                large,
            ),
            "untouched": (
                ("{name} leaves its input as it is.", "{name} 함수는 입력을 바꾸지 않습니다."),
                untouched,
            ),
        },
    )


def loss(
    name: str,
    oracle: Callable[..., float],
    *,
    task: int,
    points: float = 1,
    arguments: Arguments,
) -> Check:
    """Return checks for a function of arrays that gives one number.

    ``arguments(rng)`` yields argument tuples; each is tried, and `oracle` takes the same.
    """

    def one_number(function: StudentFunction, rng: np.random.Generator) -> None:
        for given in arguments(rng):
            expect(function)(*given).to_have_shape(()).to_match(oracle)

    def integers(function: StudentFunction, rng: np.random.Generator) -> None:
        for given in arguments(rng):
            whole = [_whole(value) for value in given]
            floats = [
                value.astype(float) if _is_floating(old) else value
                for old, value in zip(given, whole, strict=True)
            ]
            expect(function)(*whole).to_match(oracle(*floats))

    def untouched(function: StudentFunction, rng: np.random.Generator) -> None:
        for given in arguments(rng):
            for value in given:
                if isinstance(value, np.ndarray):
                    value.flags.writeable = False
            expect(function)(*given).to_leave_arguments_unchanged().to_match(oracle)

    return _checks(
        name,
        task,
        points,
        {
            "one_number": (
                ("{name} gives one number.", "{name}의 결과는 숫자 하나입니다."),
                one_number,
            ),
            "integers": (
                ("{name} treats integers as floats.", "{name} 함수는 정수를 실수처럼 다룹니다."),
                integers,
            ),
            "untouched": (
                (
                    "{name} leaves its arguments as they are.",
                    "{name} 함수는 인수를 바꾸지 않습니다.",
                ),
                untouched,
            ),
        },
    )


def _is_floating(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "f"


def _whole(value: Any) -> Any:
    return np.rint(value).astype(np.int64) if _is_floating(value) else value


def _checks(name: str, task: int, points: float, probes: dict[str, tuple[Titles, Probe]]) -> Check:
    parameters: Iterable[Any] = [
        pytest.param(
            key,
            id=key,
            marks=pytest.mark.title(*(text.format(name=name) for text in titles)),
        )
        for key, (titles, _probe) in probes.items()
    ]

    @pytest.mark.task(task, points=points)
    @pytest.mark.parametrize("probe", parameters)
    def check(student: Student, rng: np.random.Generator, probe: str) -> None:
        _titles, run = probes[probe]
        run(getattr(student, name), rng)

    return check
