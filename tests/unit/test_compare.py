"""Comparing a student's value with the oracle's: what differs, where, and what is kept back."""

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.suite import compare as comparison
from grader.suite.compare import Difference
from grader.suite.describe import show
from grader.worker.local import LocalSession
from grader.worker.messages import Files
from grader.worker.proxy import Student

NO_INTEGERS = "Integers keep nothing after the decimal point; compute with floats."


def compare(actual: Any, expected: Any, rtol: float = 1e-9, atol: float = 1e-12) -> Difference:
    """Compare what must differ."""
    difference = comparison.compare(actual, expected, rtol=rtol, atol=atol)
    assert difference is not None
    return difference


def matches(actual: Any, expected: Any, rtol: float = 1e-9, atol: float = 1e-12) -> bool:
    return comparison.compare(actual, expected, rtol=rtol, atol=atol) is None


@pytest.mark.parametrize("actual", [3.0, 3, np.float64(3), np.array(3.0)])
def test_one_number_matches_in_every_form(actual: Any) -> None:
    assert matches(actual, 3.0)
    assert matches(actual, np.float64(3))
    assert matches(actual, np.array(3.0))


@pytest.mark.parametrize("actual", [2, np.int64(2), np.uint8(2), np.array(2, dtype=np.int16)])
def test_count_matches_in_every_integer_form(actual: Any) -> None:
    assert matches(actual, 2)


@pytest.mark.parametrize("dtype", [np.bool_, np.int64, np.uint8])
def test_truth_values_may_be_zeros_and_ones(dtype: type) -> None:
    assert matches(np.array([1, 0, 1], dtype=dtype), np.array([True, False, True]))


@pytest.mark.parametrize(
    ("actual", "expected", "said"),
    [
        (np.zeros((2, 3)), np.zeros((3, 2)), "has shape (2, 3), expected (3, 2)."),
        (np.zeros(3), np.zeros((3, 1)), "has shape (3,), expected (3, 1)."),
        (np.zeros(1), np.array(0.0), "has shape (1,), expected () (one number)."),
        (np.array(0.0), np.zeros(1), "has shape () (one number), expected (1,)."),
        (0.0, np.zeros(1), "has shape () (one number), expected (1,)."),
        (np.zeros((0, 2)), np.zeros((2, 0)), "has shape (0, 2), expected (2, 0)."),
    ],
)
def test_shape_is_compared_first(actual: Any, expected: Any, said: str) -> None:
    assert compare(actual, expected) == Difference(said)


@pytest.mark.parametrize(
    ("actual", "expected", "said"),
    [
        (np.zeros(2, np.int64), np.zeros(2), f"has dtype int64, expected float64. {NO_INTEGERS}"),
        (np.int64(0), 0.0, f"has dtype int64, expected float64. {NO_INTEGERS}"),
        (np.zeros(2, np.bool_), np.zeros(2), "has dtype bool, expected float64."),
        (True, 1.0, "has dtype bool, expected float64."),
        (np.zeros(2, complex), np.zeros(2), "has dtype complex128, expected float64."),
        (np.zeros(2), np.zeros(2, np.int64), "has dtype float64, expected int64."),
        (1.0, 1, "has dtype float64, expected int64."),
        (np.zeros(2), np.zeros(2, np.bool_), "has dtype float64, expected bool."),
        (np.zeros(2), np.zeros(2, complex), "has dtype float64, expected complex128."),
        (10**30, 1, "has dtype object, expected int64."),
        (
            np.zeros(2, np.float32),
            np.zeros(2),
            "has dtype float32, which keeps too few digits; compute in float64.",
        ),
        (
            np.float16(0),
            0.0,
            "has dtype float16, which keeps too few digits; compute in float64.",
        ),
    ],
)
def test_kind_of_dtype_is_compared_before_values(actual: Any, expected: Any, said: str) -> None:
    assert compare(actual, expected) == Difference(said)


def test_float32_will_do_where_the_oracle_is_float32() -> None:
    assert matches(np.ones(2), np.ones(2, np.float32))
    assert matches(np.ones(2, np.float32), np.ones(2, np.float32))


@pytest.mark.parametrize("actual", [[1.0, 2.0], (1.0, 2.0)])
def test_sequence_is_no_array(actual: Any) -> None:
    said = f"is a {type(actual).__name__}, expected an array of shape (2,)."
    assert compare(actual, np.array([1.0, 2.0])) == Difference(said)


@pytest.mark.parametrize(
    ("actual", "found"), [("3", "a str"), ({}, "a dict"), ([3.0], "a list"), (b"3", "a bytes")]
)
def test_other_kinds_are_no_number(actual: Any, found: str) -> None:
    assert compare(actual, 3.0) == Difference(f"is {found}, expected a number.")


@pytest.mark.parametrize("expected", [1.0, np.zeros(2), [1.0], (), {}, "text", True])
def test_none_matches_none_only(expected: Any) -> None:
    assert matches(None, None)
    assert not matches(expected, None)
    assert not matches(None, expected)


def test_none_among_other_values_is_told_as_what_it_is() -> None:
    """What is forgotten there is not the function's `return`."""
    said = "at index 1 is None, expected an array of shape (2,)."
    assert compare((1.0, None), (1.0, np.zeros(2))) == Difference(said)


def test_text_matches_exactly_and_by_type() -> None:
    assert matches("cat", "cat")
    assert not matches("dog", "cat")
    assert not matches(b"cat", "cat")
    assert not matches(np.array(["cat"]), "cat")
    assert compare(np.array(["dog"]), np.array(["cat"])).brief == "has 1 wrong value of 1."


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (
            np.nan,
            "contains NaN (not a number). It comes from steps such as 0/0, inf - inf or log(-1).",
        ),
        (
            np.inf,
            (
                "contains infinity. A number grew too large, as in exp(1000), or there is a "
                "division by zero or a log(0)."
            ),
        ),
    ],
)
def test_unwanted_nan_and_infinity_are_named_with_what_makes_them(bad: float, said: str) -> None:
    difference = compare(np.array([1.0, bad, bad]), np.array([1.0, 2.5, 3.0]))
    assert difference.brief == said
    assert difference.full == f"First at index 1: {bad}, expected 2.5."
    assert compare(bad, 2.5) == Difference(said)


def test_nan_and_infinity_match_where_the_oracle_has_them() -> None:
    special = np.array([np.nan, np.inf, -np.inf, 1.0])
    assert matches(special, special)


@pytest.mark.parametrize(
    ("actual", "expected"), [(1.0, np.nan), (-np.inf, np.inf), (1.0, np.inf), (np.inf, np.nan)]
)
def test_number_in_place_of_a_special_one_is_wrong(actual: float, expected: float) -> None:
    assert not matches(np.array([0.0, actual]), np.array([0.0, expected]))
    assert not matches(actual, expected)


def test_infinite_difference_is_no_largest_error() -> None:
    difference = compare(np.array([1.0, 5.0]), np.array([1.0, np.inf]))
    assert difference.full == "First at index 1: 5, expected inf."


def test_first_place_count_and_largest_error_are_told() -> None:
    expected = np.arange(12.0).reshape(3, 4)
    actual = expected.copy()
    actual[1, 2] += 0.25
    actual[2, 0] -= 3
    difference = compare(actual, expected)
    assert difference.brief == "has 2 wrong values of 12."
    full = "First at index (1, 2): 6.25, expected 6. The largest error is 3."
    assert difference.full == full


def test_one_wrong_value_of_a_vector() -> None:
    difference = compare(np.array([1, 5]), np.array([1, 2]))
    assert difference.brief == "has 1 wrong value of 2."
    assert difference.full == "First at index 1: 5, expected 2. The largest error is 3."


def test_wrong_number_has_no_index() -> None:
    assert compare(2.5, 2.0) == Difference("has the wrong value.", "The error is 0.5.")


@pytest.mark.parametrize("dtype", [np.bool_, np.int64, np.float64])
def test_ones_and_zeros_have_no_largest_error(dtype: type) -> None:
    actual: np.ndarray = np.array([1, 0, 0], dtype)
    expected = np.ones_like(actual)
    difference = compare(actual, expected)
    assert difference.brief == "has 2 wrong values of 3."
    assert difference.full.startswith("First at index 1: ")
    assert "error" not in difference.full
    assert compare(actual[2], expected[2]) == Difference("has the wrong value.")


def test_unsigned_counts_below_the_oracle_have_a_true_error() -> None:
    difference = compare(np.array([1], np.uint8), np.array([3], np.uint8))
    assert "The largest error is 2." in difference.full


def test_difference_within_the_tolerance_is_none() -> None:
    assert matches(np.array([100.0, 0.0]), np.array([101.0, 0.5]), rtol=0.01, atol=0.5)
    assert not matches(np.array([100.0]), np.array([101.0]), rtol=1e-3, atol=0)


@pytest.mark.parametrize("kind", [list, tuple])
def test_several_values_match_one_by_one(kind: type) -> None:
    assert matches(kind([1.0, np.ones(2)]), (1.0, np.ones(2)))
    difference = compare(kind([1.0, np.ones(3)]), (1.0, np.ones(2)))
    assert difference == Difference("at index 1 has shape (3,), expected (2,).")


def test_numbers_in_a_list_are_counted_like_those_of_an_array() -> None:
    difference = compare([1, 2.5, np.float64(4), 4], (1, 2.0, np.array(3.0), 4))
    assert difference.brief == "has 2 wrong values of 4."
    assert difference.full == "First at index 1: 2.5, expected 2. The largest error is 1."
    assert matches([1, 2], [1.0, np.array(2.0)])


def test_number_of_another_kind_in_a_list_is_told_by_its_index() -> None:
    assert compare([1, 2.0], [1, 3]).brief == "at index 1 has dtype float64, expected int64."
    assert compare([1.0, [2.0]], [0.5, 2.0]).brief == "at index 0 has the wrong value."
    assert compare([True, np.nan], [True, 2.0]).brief.startswith("at index 1 contains NaN")


def test_places_inside_one_another_are_all_told() -> None:
    assert compare([{"b": "x"}], [{"b": 1.0}]).brief == (
        "at index 0 at key 'b' is a str, expected a number."
    )


def test_number_of_values_is_compared() -> None:
    assert compare((1.0,), (1.0, 2.0)) == Difference("has length 1, expected 2.")
    said = "is an array of shape (2,), expected 2 values in a tuple."
    assert compare(np.ones(2), (1.0, 2.0)) == Difference(said)


def test_dict_matches_key_by_key() -> None:
    expected = {"W1": np.ones(2), "b1": 0.0}
    assert matches({"b1": 0.0, "W1": np.ones(2)}, expected)
    assert compare({"W1": np.ones(2)}, expected) == Difference("has no key 'b1'.")
    assert compare([1.0], expected) == Difference("is a list, expected a dict.")
    said = "has 3 keys, expected 2."
    assert compare({"W1": np.ones(2), "b1": 0.0, "b2": 1.0}, expected) == Difference(said)
    difference = compare({"W1": np.array([1.0, 2.0]), "b1": 0.0}, expected)
    assert difference.brief == "at key 'W1' has 1 wrong value of 2."


def test_object_of_a_students_class_is_no_value_and_its_name_is_kept_back() -> None:
    source = b"Secret = type('x_is_0_25', (), {})\ndef f(): return Secret()\n"
    student = Student(LocalSession(Files("m", {"m.py": source}, "/m")))
    student.load_()
    difference = compare(student.f(), np.zeros(2))
    assert difference.brief == "is an object, expected an array of shape (2,)."
    assert "x_is_0_25" in difference.full
    assert "x_is_0_25" not in compare(student.f(), [1.0]).brief
    assert "x_is_0_25" not in compare(student.f(), {}).brief


SPECIAL = st.sampled_from([np.nan, np.inf, -np.inf, 0.0, -0.0, 5e-324, 1.7e308])
FLOATS = hnp.arrays(
    np.float64,
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
    elements=st.one_of(st.floats(), SPECIAL),
)
COUNTS = hnp.arrays(np.int64, hnp.array_shapes(min_dims=0, max_dims=3, max_side=4))
VALUES = st.recursive(
    st.one_of(FLOATS, COUNTS, st.none(), st.booleans(), st.text(), st.floats(), st.integers(-9, 9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=6,
)


@given(VALUES)
def test_everything_matches_itself(value: Any) -> None:
    assert comparison.compare(value, value, rtol=0, atol=0) is None


@given(
    hnp.arrays(
        np.float64,
        hnp.array_shapes(max_dims=3, max_side=4),
        elements=st.floats(-1e6, 1e6),
    ),
    st.data(),
)
def test_any_single_change_beyond_the_tolerance_is_found(
    expected: np.ndarray, data: st.DataObject
) -> None:
    index = data.draw(st.tuples(*(st.integers(0, size - 1) for size in expected.shape)))
    tolerance = 1e-9 * abs(expected[index]) + 1e-12
    actual = expected.copy()
    actual[index] += data.draw(st.sampled_from([-1, 1])) * (2 * tolerance + 1e-9)
    difference = compare(actual, expected)
    place = index[0] if len(index) == 1 else index
    assert difference.brief.startswith("has 1 wrong value")
    assert f"First at index {place}: " in difference.full


@given(COUNTS.filter(lambda array: array.size > 0), st.data())
def test_any_single_wrong_count_is_found(expected: np.ndarray, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, expected.size - 1))
    actual = expected.copy()
    actual.flat[place] ^= 1
    assert not matches(actual, expected)


@given(
    hnp.arrays(np.float64, (3,), elements=st.floats(1e3, 1e6)),
    hnp.arrays(np.float64, (3,), elements=st.floats(-1e6, -1e3)),
)
def test_brief_never_holds_a_value(actual: np.ndarray, expected: np.ndarray) -> None:
    pairs: list[tuple[Any, Any]] = [
        (actual, expected),
        (actual[0], expected[0]),
        (float(actual[0]), float(expected[0])),
        ([actual], [expected]),
        ({"W": actual}, {"W": expected}),
        (np.append(actual, np.nan), np.append(expected, 1)),
        (actual.tolist(), expected),
        (actual.astype(np.int64), expected),
        (str(actual), str(expected)),
    ]
    for mine, wanted in pairs:
        numbers = re.findall(r"\d+", compare(mine, wanted).brief)
        assert all(int(number) <= 64 for number in numbers)


def test_long_values_are_shown_short() -> None:
    assert len(show(np.arange(10_000.0).reshape(100, 100))) <= 700
    assert show("x" * 5000).endswith("…")
    assert len(show([np.ones(50)] * 30)) <= 700


def test_values_are_shown_as_numpy_prints_them() -> None:
    assert show(np.array([1.0, 0.5])) == "[1. , 0.5]"
    assert show(np.array([1, 2])) == "[1, 2]  (int64)"
    assert show(np.float64(0.5)) == "0.5"
    assert show((1.0, [2])) == "(1.0, [2])"
    assert show((1.0,)) == "(1.0,)"
    assert show([]) == "[]"
    assert show({"W": np.ones(1)}) == "{'W': [1.]}"
    assert show(None) == "None"


def test_lists_fill_their_lines() -> None:
    rows = show(list(range(100, 130))).split("\n")
    assert len(rows) == 2
    assert rows[0].startswith("[100, 101, 102, ")
    assert rows[1].startswith(" 11")
    assert 70 < max(map(len, rows)) < 80
    assert show({"W": np.ones(1), "b": [1, 2]}) == "{'W': [1.], 'b': [1, 2]}"


def test_what_has_several_lines_stands_on_its_own() -> None:
    assert show([1, np.ones((2, 2)), 2]) == "[1,\n [[1., 1.],\n  [1., 1.]],\n 2]"


@pytest.mark.parametrize("value", [list(range(10**6)), [[0.5] * 10**5] * 10])
def test_list_that_goes_on_ends_in_dots(value: list[Any]) -> None:
    text = show(value)
    assert text.endswith("…")
    assert len(text) <= 700


def test_function_is_shown_by_its_formula() -> None:
    def f(x: float) -> float:
        """x² + 1.

        Not this.
        """
        return x * x + 1

    assert show(f) == "x² + 1"
    f.__doc__ = None
    assert show(f) == "f"
