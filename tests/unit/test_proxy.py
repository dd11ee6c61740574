"""The proxy: what crosses between a suite and a submission, and what is recorded of it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.worker import wire
from grader.worker.connection import StudentError
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student

SOURCE = """
def apply(f, *given):
    return f(*given)

def compose(f, g):
    return g(f())

def kind(f):
    return type(f()).__name__
"""


@pytest.fixture
def student() -> Student:
    student = Student(LocalSession(Files("m", {"m.py": SOURCE.encode()}, "/m")))
    student.load_()
    return student


class Model:
    """What cannot cross."""


def test_an_object_among_plain_values_comes_back_as_itself(student: Student) -> None:
    model, weights = Model(), np.arange(3.0)
    result = student.apply(lambda: {"model": [model], "weights": weights, "loss": (1.5,)})
    assert result["model"][0] is model
    assert result["loss"] == (1.5,)
    assert np.array_equal(result["weights"], weights)
    assert result["weights"] is not weights


@pytest.mark.parametrize("value", [1.5, [1, (2.0, None)], {"a": "b"}])
def test_a_plain_value_is_no_token_to_the_submission(value: Any, student: Student) -> None:
    assert student.kind(lambda: value) == type(value).__name__


@pytest.mark.parametrize("value", [Model(), 2**5000, "\ud800", "x" * (wire.MAX_HEADER + 1)])
def test_whatever_cannot_cross_is_handed_on_as_a_token(value: Any, student: Student) -> None:
    assert student.kind(lambda: value) == "Token"
    assert student.compose(lambda: value, lambda given: given is value) is True


def test_a_function_whose_value_cannot_cross_even_in_parts_is_refused(student: Student) -> None:
    with pytest.raises(StudentError) as caught:
        student.apply(lambda: {1.5: Model()})
    assert (caught.value.kind, caught.value.type_name) == ("raised", "CallbackRefused")


class Replying:
    """A session that gives one reply to everything."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def ask(self, request: list[Any], call_back: Callable[..., Any]) -> list[Any]:
        """Return the reply."""
        del request, call_back
        return ["value", self._value, [], {}]


@pytest.mark.parametrize("invented", [wire.Token(7), wire.Callback(7)])
def test_an_invented_reference_is_a_recorded_failure_of_the_submission(
    invented: object,
) -> None:
    student = Student(Replying([1.0, invented]))
    with pytest.raises(StudentError) as caught:
        student.predict()
    assert caught.value.kind == "malformed"
    [exchange] = student.exchanges_
    assert exchange.error is caught.value
    assert exchange.reply is None
