"""The oracle of exercise1 against SciPy, TensorFlow and the laws of each function."""

import doctest
import warnings
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import scipy.special
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import ArrayLike, NDArray

from reference import activations
from reference.activations import (
    forward,
    leaky_relu,
    log_softmax,
    relu,
    relu_grad,
    sigmoid,
    sigmoid_grad,
    softmax,
    step,
    tanh,
    tanh_grad,
)

Floats = NDArray[np.float64]

ELEMENTWISE: list[Callable[[ArrayLike], NDArray[Any]]] = [
    step,
    sigmoid,
    sigmoid_grad,
    tanh,
    tanh_grad,
    relu,
    relu_grad,
    leaky_relu,
]
GRID = np.arange(-6.0, 6.0, 0.1)  # the lecture's grid (deck 003)

patient = settings(deadline=None)  # a busy machine makes no formula wrong
numbers = st.floats(-1000.0, 1000.0)
moderate = st.floats(-30.0, 30.0)
arrays = hnp.arrays(
    np.float64, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0), elements=numbers
)
rows = hnp.arrays(
    np.float64, hnp.array_shapes(min_dims=1, max_dims=2, max_side=5), elements=numbers
)


# --- independent implementations -----------------------------------------------------------


@patient
@given(arrays)
def test_sigmoid_is_scipys_expit(x: Floats) -> None:
    assert_allclose(sigmoid(x), scipy.special.expit(x), rtol=1e-14, atol=1e-300)


@patient
@given(arrays)
def test_tanh_is_numpys(x: Floats) -> None:
    assert_allclose(tanh(x), np.tanh(x), rtol=1e-14)


@patient
@given(rows)
def test_softmax_is_scipys(x: Floats) -> None:
    assert_allclose(softmax(x), scipy.special.softmax(x, axis=-1), rtol=1e-12, atol=1e-300)


@patient
@given(rows)
def test_log_softmax_is_scipys(x: Floats) -> None:
    expected = scipy.special.log_softmax(x, axis=-1)
    assert_allclose(log_softmax(x), expected, rtol=1e-12, atol=1e-12)


@patient
@given(arrays)
def test_step_is_numpys_heaviside_with_0_at_0(x: Floats) -> None:
    assert_array_equal(step(x), np.heaviside(x, 0.0))


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


def test_values_and_slopes_are_tensorflows(tf: Any) -> None:
    rng = np.random.default_rng(20)
    x = rng.normal(scale=5.0, size=(4, 5, 6))
    x[0, 0, :3] = 0.0, 1000.0, -1000.0
    tensor = tf.constant(x)

    assert_allclose(sigmoid(x), tf.nn.sigmoid(tensor), rtol=1e-12)
    assert_allclose(tanh(x), tf.nn.tanh(tensor), rtol=1e-12)
    assert_array_equal(relu(x), tf.nn.relu(tensor))
    # TensorFlow rounds alpha to float32, so take one that it need not round.
    assert_array_equal(leaky_relu(x, alpha=0.25), tf.nn.leaky_relu(tensor, alpha=0.25))
    assert_allclose(softmax(x), tf.nn.softmax(tensor), rtol=1e-12)

    with tf.GradientTape(persistent=True) as tape:
        tape.watch(tensor)
        s, r = tf.nn.sigmoid(tensor), tf.nn.relu(tensor)
    assert_allclose(sigmoid_grad(x), tape.gradient(s, tensor), rtol=1e-9, atol=1e-16)
    assert_array_equal(relu_grad(x), tape.gradient(r, tensor))


def test_forward_is_a_stack_of_keras_dense_layers(tf: Any) -> None:
    rng = np.random.default_rng(21)
    sizes = [5, 4, 3, 2]
    weights = [rng.normal(size=shape) for shape in pairwise(sizes)]
    biases = [rng.normal(size=size) for size in sizes[1:]]
    x = rng.normal(size=(6, 5))

    model = tf.keras.Sequential(
        [tf.keras.layers.Dense(size, "tanh", dtype="float64") for size in sizes[1:]]
    )
    model.build(x.shape)
    model.set_weights([array for pair in zip(weights, biases, strict=True) for array in pair])

    assert_allclose(forward(x, weights, biases, tanh), model(x), rtol=1e-12)


# --- laws ------------------------------------------------------------------------------------


@patient
@given(arrays)
def test_sigmoid_is_symmetric_about_one_half(x: Floats) -> None:
    assert_allclose(sigmoid(-x), 1.0 - sigmoid(x), rtol=0, atol=1e-15)


@patient
@given(hnp.arrays(np.float64, st.integers(0, 20), elements=numbers))
def test_sigmoid_and_tanh_rise(x: Floats) -> None:
    x = np.sort(x)
    assert np.all(np.diff(sigmoid(x)) >= -1e-15)  # up to rounding
    assert np.all(np.diff(tanh(x)) >= -1e-15)


@patient
@given(arrays)
def test_tanh_is_an_odd_sigmoid_of_twice_the_steepness(x: Floats) -> None:
    assert_array_equal(tanh(-x), -tanh(x))
    assert_allclose(tanh(x), 2.0 * sigmoid(2.0 * x) - 1.0, rtol=0, atol=1e-15)


@patient
@given(arrays)
def test_sigmoid_grad_is_even_and_at_most_a_quarter(x: Floats) -> None:
    slope = sigmoid_grad(x)
    assert_array_equal(slope, sigmoid_grad(-x))
    assert np.all((slope >= 0) & (slope <= 0.25))
    assert_allclose(slope, sigmoid(x) * (1.0 - sigmoid(x)), rtol=0, atol=1e-15)


@patient
@given(moderate)
def test_sigmoid_grad_is_the_slope_of_sigmoid(x: float) -> None:
    h = 1e-5
    assert_allclose(
        sigmoid_grad(x), (sigmoid(x + h) - sigmoid(x - h)) / (2 * h), rtol=0, atol=1e-10
    )


@patient
@given(moderate)
def test_tanh_grad_is_one_over_the_square_of_the_hyperbolic_cosine(x: float) -> None:
    assert_allclose(tanh_grad(x), np.cosh(x) ** -2.0, rtol=1e-12)


@patient
@given(moderate.filter(lambda x: abs(x) > 1e-3))
def test_relu_grad_is_the_slope_of_relu_away_from_the_corner(x: float) -> None:
    h = 1e-5
    assert_allclose(relu_grad(x), (relu(x + h) - relu(x - h)) / (2 * h), rtol=0, atol=1e-8)


@patient
@given(arrays)
def test_relu_splits_a_number_into_its_two_sides(x: Floats) -> None:
    assert_array_equal(relu(x) - relu(-x), x)
    assert_array_equal(relu(x), x * step(x))


@patient
@given(arrays, st.floats(0.0, 1.0))
def test_leaky_relu_is_the_lectures_maximum_up_to_alpha_1(x: Floats, alpha: float) -> None:
    assert_array_equal(leaky_relu(x, alpha), np.maximum(alpha * x, x))


def test_leaky_relu_is_not_the_lectures_maximum_above_alpha_1() -> None:
    assert leaky_relu(-1.0, alpha=2.0) == -2.0
    assert np.maximum(2.0 * -1.0, -1.0) == -1.0


@patient
@given(rows)
def test_softmax_is_a_probability_for_every_class(x: Floats) -> None:
    p = softmax(x)
    assert np.all((p >= 0) & (p <= 1))
    assert_allclose(p.sum(axis=-1), 1.0, rtol=1e-14)


@patient
@given(hnp.arrays(np.float64, st.integers(1, 6), elements=numbers))
def test_softmax_keeps_the_order_of_the_scores(x: Floats) -> None:
    assert np.all(np.diff(softmax(np.sort(x))) >= -1e-15)


@patient
@given(rows, st.floats(-1000.0, 1000.0))
def test_softmax_does_not_see_a_shift(x: Floats, shift: float) -> None:
    assert_allclose(softmax(x + shift), softmax(x), rtol=1e-11, atol=1e-300)


@patient
@given(hnp.arrays(np.float64, (3, 4), elements=numbers))
def test_softmax_treats_each_row_alone(x: Floats) -> None:
    assert_array_equal(softmax(x), np.stack([softmax(row) for row in x]))


@patient
@given(moderate)
def test_softmax_of_two_scores_is_a_sigmoid(x: float) -> None:
    assert_allclose(softmax([x, 0.0]), [sigmoid(x), sigmoid(-x)], rtol=1e-14)


@patient
@given(st.integers(0, 2**32 - 1))
def test_linear_layers_collapse_into_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, V, W = rng.normal(size=(4, 5)), rng.normal(size=(5, 3)), rng.normal(size=(3, 2))
    v, w = rng.normal(size=3), rng.normal(size=2)

    def identity(a: Floats) -> Floats:
        return a

    stacked = forward(x, [V, W], [v, w], identity)
    assert_allclose(stacked, forward(x, [V @ W], [v @ W + w], identity), rtol=1e-9, atol=1e-12)


# --- every kind of input -----------------------------------------------------------------------


@pytest.mark.parametrize("function", ELEMENTWISE)
@pytest.mark.parametrize("shape", [(), (0,), (0, 3), (3,), (1, 4), (2, 3), (2, 3, 4)])
def test_an_activation_keeps_the_shape(
    function: Callable[[ArrayLike], NDArray[Any]], shape: tuple[int, ...]
) -> None:
    x = np.random.default_rng(0).normal(size=shape)
    assert np.shape(function(x)) == shape


@pytest.mark.parametrize("shape", [(3,), (0, 3), (1, 4), (2, 3), (2, 3, 4)])
def test_softmax_keeps_the_shape(shape: tuple[int, ...]) -> None:
    assert softmax(np.random.default_rng(0).normal(size=shape)).shape == shape


@pytest.mark.parametrize("function", [*ELEMENTWISE, softmax, log_softmax])
def test_integers_count_as_floats(function: Callable[[ArrayLike], NDArray[Any]]) -> None:
    x = np.array([[-3, 0, 2], [7, -1, 1]])
    assert_array_equal(function(x), function(x.astype(np.float64)))
    assert_array_equal(function(x), function(x.tolist()))
    assert function(x).dtype == (np.int64 if function is step else np.float64)


@pytest.mark.parametrize("function", [*ELEMENTWISE, softmax, log_softmax])
def test_large_numbers_raise_no_warning(function: Callable[[ArrayLike], NDArray[Any]]) -> None:
    x = np.array([[-1000.0, 1000.0, 0.0], [-1e300, -745.2, 709.8]])
    with np.errstate(over="raise", divide="raise", invalid="raise"):
        assert np.all(np.isfinite(function(x)))


@pytest.mark.parametrize("function", [*ELEMENTWISE, softmax, log_softmax])
def test_the_argument_is_left_alone(function: Callable[[ArrayLike], NDArray[Any]]) -> None:
    x = np.array([[-3.0, 0.0, 2.0], [7.0, -1.0, 1.0]])
    before = x.copy()
    x.setflags(write=False)
    result = function(x)
    assert_array_equal(x, before)
    assert not np.shares_memory(result, x)


def test_forward_wants_one_bias_vector_for_each_matrix() -> None:
    with pytest.raises(ValueError, match="shorter"):
        forward(np.ones((1, 2)), [np.ones((2, 2)), np.ones((2, 2))], [np.ones(2)], tanh)


def test_the_examples_in_the_docstrings_are_true() -> None:
    result = doctest.testmod(activations)
    assert result.attempted > 0
    assert result.failed == 0
