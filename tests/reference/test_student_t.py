"""The quantiles of the oracle against SciPy and closed forms."""

import doctest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats

from reference import student_t
from reference.student_t import quantile


@given(st.floats(0.5, 0.9999), st.integers(1, 60))
def test_the_quantile_is_scipys(probability: float, degrees: int) -> None:
    expected = stats.t.ppf(probability, degrees)
    assert_allclose(quantile(probability, degrees), expected, rtol=1e-8, atol=1e-12)


@pytest.mark.parametrize("degrees", range(1, 41))
def test_the_quantile_of_the_interval_is_scipys_to_eleven_digits(degrees: int) -> None:
    assert_allclose(quantile(0.975, degrees), stats.t.ppf(0.975, degrees), rtol=1e-11)


def test_the_quantile_of_one_and_two_degrees_has_a_closed_form() -> None:
    p = 0.975
    assert_allclose(quantile(p, 1), np.tan(np.pi * (p - 0.5)), rtol=1e-12)
    assert_allclose(quantile(p, 2), (2 * p - 1) / np.sqrt(2 * p * (1 - p)), rtol=1e-12)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(student_t)
    assert results.attempted > 0
    assert results.failed == 0
