"""What the oracle computes with is float64, whatever it was given."""

import numpy as np
from numpy.testing import assert_array_equal

from reference.arrays import column_means, floats, floats_of


def test_unsigned_pixels_do_not_wrap_around() -> None:
    dark, bright = np.array([3], dtype=np.uint8), np.array([5], dtype=np.uint8)
    assert_array_equal(floats(dark) - floats(bright), [-2.0])


def test_numbers_and_nested_lists_become_arrays_of_their_shape() -> None:
    assert floats(3).shape == ()
    assert_array_equal(floats([[1, 2], [3, 4]]), [[1.0, 2.0], [3.0, 4.0]])
    assert floats([]).dtype == np.float64


def test_the_mean_of_a_column_that_never_changes_is_its_number() -> None:
    table = np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 6.0]])
    assert table[:, 0].mean() != 0.1
    assert_array_equal(column_means(table), [0.1, 3.0])


def test_a_dict_keeps_its_keys_and_their_order() -> None:
    params = floats_of({"W": [[1, 2]], "b": 3})
    assert list(params) == ["W", "b"]
    assert all(value.dtype == np.float64 for value in params.values())
