"""The oracle of exercise10 against TensorFlow, the central difference, closed forms and laws."""

import doctest
import itertools
import math
import warnings
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray

from reference import vanishing
from reference.activations import relu, sigmoid, tanh
from reference.gradients import numerical_gradient
from reference.vanishing import bound, dead_units, gradient_norms, layer_gradients

Floats = NDArray[np.float64]

NAMES = ["sigmoid", "tanh", "relu"]
FUNCTIONS = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu}

names = st.sampled_from(NAMES)
seeds = st.integers(0, 2**32 - 1)
widths = st.lists(st.integers(1, 5), min_size=2, max_size=5)
rows = st.integers(1, 4)


def stack(rng: np.random.Generator, sizes: list[int], n: int) -> tuple[list[Floats], Floats]:
    """Draw the weights of layers of these widths, and n rows of input."""
    weights = [rng.normal(size=shape) for shape in itertools.pairwise(sizes)]
    return weights, rng.normal(size=(n, sizes[0]))


def mean_output(weights: list[Floats], x: Floats, activation: str) -> float:
    for W in weights:
        x = FUNCTIONS[activation](x @ W)
    return float(np.sum(x)) / len(x)


def mean_with(
    before: list[Floats], after: list[Floats], x: Floats, activation: str, W: Floats
) -> float:
    """Return the mean output as a function of the weights of one layer, given last."""
    return mean_output([*before, W, *after], x, activation)


# --- independent implementations ---------------------------------------------------------------


@given(seeds, widths, rows, st.sampled_from(["sigmoid", "tanh"]))
def test_gradients_are_the_central_difference(
    seed: int, sizes: list[int], n: int, activation: str
) -> None:
    weights, x = stack(np.random.default_rng(seed), sizes, n)
    gradients = layer_gradients(weights, x, activation)
    for i, gradient in enumerate(gradients):
        before, after = weights[:i], weights[i + 1 :]
        measured = numerical_gradient(
            partial(mean_with, before, after, x, activation), weights[i], h=1e-5
        )
        assert_allclose(gradient, measured, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("activation", NAMES)
def test_gradients_are_tensorflows(activation: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TensorFlow's own imports
        tf: Any = pytest.importorskip("tensorflow")
    weights, x = stack(np.random.default_rng(10), [6, 5, 7, 3, 4], 5)
    variables = [tf.Variable(W) for W in weights]
    h = {"sigmoid": tf.sigmoid, "tanh": tf.tanh, "relu": tf.nn.relu}[activation]
    with tf.GradientTape() as tape:
        z = tf.constant(x)
        for W in variables:
            z = h(z @ W)
        mean = tf.reduce_sum(z) / len(x)
    expected = [g.numpy() for g in tape.gradient(mean, variables)]

    for mine, wanted in zip(layer_gradients(weights, x, activation), expected, strict=True):
        assert_allclose(mine, wanted, rtol=1e-11, atol=1e-14)
    norms = [math.sqrt(sum(entry**2 for entry in g.ravel())) for g in expected]
    assert_allclose(gradient_norms(weights, x, activation), norms, rtol=1e-11)


@given(seeds, st.integers(1, 8), st.floats(-2, 2))
def test_a_chain_of_single_units_is_a_product_of_numbers(seed: int, depth: int, x: float) -> None:
    ws = np.random.default_rng(seed).normal(size=depth)
    z, inputs, slopes = x, [], []
    for w in ws:
        inputs.append(z)
        z = 1 / (1 + math.exp(-w * z))
        slopes.append(z * (1 - z))

    norms = gradient_norms([[[w]] for w in ws], [[x]], "sigmoid")

    expected = [
        abs(inputs[i]) * math.prod(slopes[i:]) * math.prod(abs(w) for w in ws[i + 1 :])
        for i in range(depth)
    ]
    assert_allclose(norms, expected, rtol=1e-9, atol=1e-100)


@given(seeds, rows, st.integers(1, 4), st.integers(1, 5))
def test_dead_units_are_found_one_by_one(seed: int, n: int, inputs: int, units: int) -> None:
    rng = np.random.default_rng(seed)
    # Small whole numbers: many sums are exactly 0, and none is rounded.
    x, W = rng.integers(-2, 3, (n, inputs)), rng.integers(-2, 3, (inputs, units))
    b = rng.integers(-2, 3, units)
    expected = [
        all(
            max(0, sum(int(r) * int(w) for r, w in zip(row, W[:, j], strict=True)) + int(b[j])) == 0
            for row in x
        )
        for j in range(units)
    ]
    dead = dead_units(x, W, b)
    assert dead.dtype == np.bool_
    assert_array_equal(dead, expected)


# --- laws ------------------------------------------------------------------------------------


@given(seeds, widths, rows)
def test_each_relu_layer_has_all_of_the_output(seed: int, sizes: list[int], n: int) -> None:
    weights, x = stack(np.random.default_rng(seed), sizes, n)
    mean = mean_output(weights, x, "relu")
    # Euler: twice the weights of one layer are twice the output, so Σ W · ∂S/∂W = S.
    for W, gradient in zip(weights, layer_gradients(weights, x, "relu"), strict=True):
        assert_allclose(np.sum(W * gradient), mean, rtol=1e-9, atol=1e-12)


@given(seeds, widths, rows, names)
def test_the_gradient_of_a_batch_is_the_mean_of_its_rows(
    seed: int, sizes: list[int], n: int, activation: str
) -> None:
    weights, x = stack(np.random.default_rng(seed), sizes, n)
    single = [layer_gradients(weights, row[np.newaxis], activation) for row in x]
    for i, gradient in enumerate(layer_gradients(weights, x, activation)):
        assert_allclose(gradient, np.mean([g[i] for g in single], axis=0), atol=1e-12)


@given(seeds, rows, names, st.permutations(range(4)))
def test_the_order_of_hidden_units_does_not_matter(
    seed: int, n: int, activation: str, order: list[int]
) -> None:
    weights, x = stack(np.random.default_rng(seed), [3, 4, 2], n)
    moved = [weights[0][:, order], weights[1][order]]
    assert_allclose(
        gradient_norms(moved, x, activation),
        gradient_norms(weights, x, activation),
        rtol=1e-9,
        atol=1e-12,
    )


@given(seeds, st.integers(1, 8))
def test_slopes_alone_never_exceed_the_bound(seed: int, depth: int) -> None:
    rng = np.random.default_rng(seed)
    weights = [rng.uniform(-1, 1, (1, 1)) for _ in range(depth)]
    norms = gradient_norms(weights, rng.uniform(-1, 1, (3, 1)), "sigmoid")
    # Inputs and weights are below 1 here, so what is left are the slopes.
    assert np.all(norms <= [bound(depth - i) for i in range(depth)])


@given(seeds, rows)
def test_a_dead_unit_has_no_gradient(seed: int, n: int) -> None:
    weights, x = stack(np.random.default_rng(seed), [2, 6], n)
    (gradient,) = layer_gradients(weights, x, "relu")
    dead = dead_units(x, weights[0], np.zeros(6))
    assert_array_equal(dead, ~gradient.any(axis=0))


@given(st.integers(0, 60))
def test_the_bound_is_a_power_of_two(depth: int) -> None:
    assert bound(depth) == math.ldexp(1.0, -2 * depth)


# --- every kind of input -------------------------------------------------------------------------


@pytest.mark.parametrize("activation", NAMES)
def test_large_sums_stay_finite_and_silent(activation: str) -> None:
    weights, x = stack(np.random.default_rng(3), [4, 5, 3], 6)
    with warnings.catch_warnings(), np.errstate(all="raise", under="ignore"):
        warnings.simplefilter("error")
        norms = gradient_norms([1e4 * weights[0], weights[1]], x, activation)
    assert np.all(np.isfinite(norms))


def test_the_slope_of_tanh_keeps_its_digits() -> None:
    a = np.array([-20.0, 0.0, 0.5, 20.0])
    gradients = [layer_gradients([[[1.0]]], [[value]], "tanh")[0] for value in a]
    assert_allclose(np.ravel(gradients), a / np.cosh(a) ** 2, rtol=1e-12)


def test_the_relu_has_no_slope_at_zero() -> None:
    assert_array_equal(gradient_norms([[[1.0], [-1.0]]], [[2.0, 2.0]], "relu"), [0.0])


@pytest.mark.parametrize("activation", NAMES)
def test_integers_count_as_floats(activation: str) -> None:
    weights = [np.array([[1, -2, 0], [2, 1, -1]]), np.array([[1], [-1], [2]])]
    x = np.array([[1, 2], [-1, 1]], dtype=np.int8)
    norms = gradient_norms(weights, x, activation)
    assert norms.dtype == np.float64
    assert_array_equal(norms, gradient_norms([W * 1.0 for W in weights], x * 1.0, activation))


@pytest.mark.parametrize("activation", NAMES)
def test_arguments_stay_as_they_are(activation: str) -> None:
    weights, x = stack(np.random.default_rng(1), [3, 4, 2], 2)
    before = [W.copy() for W in weights]
    for array in (*weights, x):
        array.flags.writeable = False  # numpy would refuse to write
    first = gradient_norms(weights, x, activation)
    dead_units(x, weights[0], np.zeros(4))
    assert_array_equal(gradient_norms(weights, x, activation), first)
    for W, copy in zip(weights, before, strict=True):
        assert_array_equal(W, copy)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(vanishing)
    assert results.attempted > 0
    assert results.failed == 0
