"""Which answers are the same answer, and which are too poor to tell anything."""

from typing import Any

import numpy as np
import pytest

from grader.suite.alike import alike, is_telling, right
from grader.worker.connection import StudentError


@pytest.mark.parametrize(
    ("answer", "solution"),
    [(2, 2.0), (2, np.float64(2)), (2, np.array(2.0)), (True, 1), ((2, 1), (2.0, 1)), (3, 3)],
)
def test_a_whole_number_will_do_where_a_float_is_wanted(answer: Any, solution: Any) -> None:
    assert alike(answer, solution)
    assert right(answer, solution)


@pytest.mark.parametrize(
    ("answer", "solution"), [(2.0, 2), (np.float64(2), 2), ({"n": 2.0}, {"n": 2}), ([2.0], [2])]
)
def test_a_float_will_not_do_where_a_count_is_wanted(answer: Any, solution: Any) -> None:
    assert alike(answer, solution)
    assert not right(answer, solution)


@pytest.mark.parametrize(
    ("answer", "solution"),
    [
        (2, 2.5),
        (2.0, np.int64(2)),
        (np.int64(2), 2.0),
        (True, 1.0),
        (2, np.array([2.0])),
        (2, 2 + 0j),
        (10**30, 1e30),
        (2, "2"),
    ],
)
def test_numbers_that_no_check_takes_for_each_other_are_not_alike(
    answer: Any, solution: Any
) -> None:
    assert not alike(answer, solution)
    assert not right(answer, solution)


@pytest.mark.parametrize(
    "answer",
    [
        ["value", 0.7310585, [], {}],
        ["value", {"W": np.arange(5)}, [], {}],
        ["value", None, [np.array([0.12345])], {}],
        ["value", 1e-3 + 1e-5, [], {}],
        ["value", 1.7e308, [], {}],
    ],
)
def test_numbers_with_digits_and_many_numbers_are_telling(answer: Any) -> None:
    assert is_telling(answer)


@pytest.mark.parametrize(
    "answer",
    [
        ["value", np.zeros(9), [], {}],
        ["value", (True, 0.5, np.nan, None, "cat", 10**30), [], {}],
        ["value", np.arange(9) > 4, [], {}],
        ["value", np.full(3, 0.06) + 1e-12, [], {}],
        StudentError("raised", "ValueError", "0.7310585"),
    ],
)
def test_what_is_soon_given_by_accident_is_not_telling(answer: Any) -> None:
    assert not is_telling(answer)
