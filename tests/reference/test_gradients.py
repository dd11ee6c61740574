"""The oracle of exercise3 against closed forms, SciPy, TensorFlow and its laws."""

import doctest
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from scipy import optimize

from reference import gradients
from reference.gradients import gradient_descent, numerical_diff, numerical_gradient

Floats = NDArray[np.float64]

numbers = st.floats(-3.0, 3.0)
steps_of_the_quotient = st.floats(0.05, 0.5)
shapes = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)
arrays = hnp.arrays(np.float64, shapes, elements=numbers)
seeds = st.integers(0, 2**32 - 1)


def sum_of_squares(x: Floats) -> float:
    return float(np.sum(x**2))


def mixed(x: Floats) -> float:
    """Every entry meets its neighbour, so no partial derivative stands alone."""
    return float(np.sum(x**3) + np.sum(x * np.roll(x, 1) ** 2))


# --- closed forms ----------------------------------------------------------------------------


@given(numbers)
def test_slopes_are_those_of_calculus(x: float) -> None:
    assert_allclose(numerical_diff(np.sin, x), np.cos(x), atol=1e-8)
    assert_allclose(numerical_diff(np.exp, x), np.exp(x), rtol=1e-8)
    assert_allclose(numerical_diff(np.tanh, x), 1.0 - np.tanh(x) ** 2, atol=1e-8)


@given(st.lists(numbers, min_size=3, max_size=3), numbers, steps_of_the_quotient)
def test_a_parabola_has_no_error_at_any_h(abc: list[float], x: float, h: float) -> None:
    a, b, c = abc
    slope = numerical_diff(lambda x: a * x**2 + b * x + c, x, h)
    assert_allclose(slope, 2.0 * a * x + b, atol=1e-11)


@given(numbers, steps_of_the_quotient)
def test_a_cube_has_the_error_h_squared(x: float, h: float) -> None:
    assert_allclose(numerical_diff(lambda x: x**3, x, h), 3.0 * x**2 + h**2, atol=1e-11)


def test_halving_h_quarters_the_error() -> None:
    errors = [abs(numerical_diff(np.sin, 1.0, h) - np.cos(1.0)) for h in (0.1, 0.05, 0.025)]
    assert_allclose(errors[0] / errors[1], 4.0, rtol=1e-3)
    assert_allclose(errors[1] / errors[2], 4.0, rtol=1e-3)


def test_the_default_h_is_one_in_ten_thousand() -> None:
    assert numerical_diff(lambda x: x**3, 0.0) == pytest.approx(1e-8, rel=1e-12)
    assert_allclose(numerical_gradient(lambda x: np.sum(x**3), [0.0]), [1e-8], rtol=1e-12)


@given(arrays)
def test_the_gradient_of_a_sum_of_squares_is_twice_the_point(x: Floats) -> None:
    assert_allclose(numerical_gradient(sum_of_squares, x), 2.0 * x, atol=1e-9)


@given(seeds)
def test_the_gradient_of_least_squares(seed: int) -> None:
    rng = np.random.default_rng(seed)
    A, x, b = rng.normal(size=(6, 4)), rng.normal(size=4), rng.normal(size=6)

    def half_squared_error(x: Floats) -> float:
        return float(0.5 * np.sum((A @ x - b) ** 2))

    assert_allclose(numerical_gradient(half_squared_error, x), A.T @ (A @ x - b), atol=1e-8)


# --- independent implementations ---------------------------------------------------------------


@given(hnp.arrays(np.float64, st.integers(1, 5), elements=numbers))
def test_the_gradient_is_near_scipys_forward_difference(x: Floats) -> None:
    h = 1e-7
    forward = optimize.approx_fprime(x, mixed, h)
    assert_allclose(numerical_gradient(mixed, x), forward, atol=1e-4)


def test_the_slope_is_near_scipys_derivative() -> None:
    differentiate = pytest.importorskip("scipy.differentiate")  # SciPy 1.15
    x = np.linspace(-3.0, 3.0, 13)
    result = differentiate.derivative(lambda x: np.sin(x) * np.exp(x), x)
    slopes = [numerical_diff(lambda x: np.sin(x) * np.exp(x), a) for a in x]
    assert np.all(result.success)
    assert_allclose(slopes, result.df, rtol=1e-7, atol=1e-7)


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


@pytest.mark.parametrize("shape", [(5,), (2, 3), (2, 3, 4)])
def test_the_gradient_is_tensorflows(tf: Any, shape: tuple[int, ...]) -> None:
    x = np.random.default_rng(30).normal(size=shape)
    variable = tf.Variable(x)
    with tf.GradientTape() as tape:
        y = tf.reduce_sum(variable**3) + tf.reduce_sum(tf.exp(variable)) ** 2
    expected = tape.gradient(y, variable)

    def f(x: Floats) -> float:
        return float(np.sum(x**3) + np.sum(np.exp(x)) ** 2)

    assert_allclose(numerical_gradient(f, x), expected, rtol=1e-7, atol=1e-7)


def test_the_descent_is_keras_sgd(tf: Any) -> None:
    rng = np.random.default_rng(31)
    A, x0, lr = rng.normal(size=(4, 3)), rng.normal(size=3), 0.0625
    variable = tf.Variable(x0)
    optimiser = tf.keras.optimizers.SGD(learning_rate=lr)
    expected = [x0]
    for _ in range(10):
        optimiser.apply_gradients([(A.T @ (A @ variable.numpy()), variable)])
        expected.append(variable.numpy())

    _, path = gradient_descent(lambda x: A.T @ (A @ x), x0, lr, steps=10)
    # Keras rounds its learning rate to float32, so this takes one that it need not round.
    assert_allclose(path, expected, rtol=1e-12)


# --- laws ------------------------------------------------------------------------------------


@given(hnp.arrays(np.float64, 3, elements=numbers), numbers, steps_of_the_quotient)
def test_the_gradient_is_linear_in_f(x: Floats, a: float, h: float) -> None:
    combined = numerical_gradient(lambda x: a * mixed(x) + sum_of_squares(x), x, h)
    parts = a * numerical_gradient(mixed, x, h) + numerical_gradient(sum_of_squares, x, h)
    assert_allclose(combined, parts, atol=1e-9)


@given(hnp.arrays(np.float64, (2, 3), elements=numbers))
def test_the_gradient_does_not_depend_on_how_x_is_folded(x: Floats) -> None:
    def f(x: Floats) -> float:
        return mixed(x.ravel())

    assert_array_equal(numerical_gradient(f, x), numerical_gradient(f, x.ravel()).reshape(2, 3))


@given(numbers, steps_of_the_quotient)
def test_an_array_of_one_entry_is_a_number(x: float, h: float) -> None:
    gradient = numerical_gradient(lambda x: float(np.sin(x[0])), [x], h)
    assert_array_equal(gradient, [numerical_diff(np.sin, x, h)])


@given(numbers, steps_of_the_quotient)
def test_h_and_minus_h_give_the_same_slope(x: float, h: float) -> None:
    assert numerical_diff(np.exp, x, h) == numerical_diff(np.exp, x, -h)


@given(seeds, st.integers(1, 20))
def test_descent_below_two_over_the_largest_curvature_never_climbs(seed: int, steps: int) -> None:
    rng = np.random.default_rng(seed)
    A, x0 = rng.normal(size=(4, 3)), rng.normal(size=3)
    curvature = float(np.linalg.eigvalsh(A.T @ A).max())

    _, path = gradient_descent(lambda x: A.T @ (A @ x), x0, 1.9 / curvature, steps)

    heights = 0.5 * np.sum((path @ A.T) ** 2, axis=1)
    assert np.all(np.diff(heights) <= 1e-12)


@given(st.floats(-2.0, 2.0), st.floats(-0.5, 1.5), st.integers(0, 30))
def test_descent_on_a_parabola_multiplies_by_one_minus_two_lr(
    x0: float, lr: float, steps: int
) -> None:
    x, path = gradient_descent(lambda x: 2.0 * x, [x0], lr, steps)
    expected = x0 * (1.0 - 2.0 * lr) ** np.arange(steps + 1)
    assert_allclose(path[:, 0], expected, rtol=1e-9, atol=1e-9)
    assert_array_equal(path[-1], x)


@given(hnp.arrays(np.float64, (2, 2), elements=numbers), st.integers(0, 5), st.integers(0, 5))
def test_a_walk_may_be_interrupted(x0: Floats, first: int, second: int) -> None:
    def slope(x: Floats) -> Floats:
        return np.sin(x)

    middle, path = gradient_descent(slope, x0, 0.3, first)
    _, rest = gradient_descent(slope, middle, 0.3, second)
    _, whole = gradient_descent(slope, x0, 0.3, first + second)
    assert_array_equal(np.concatenate([path, rest[1:]]), whole)


# --- every kind of input -------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(), (0,), (1,), (3,), (1, 4), (2, 3), (2, 3, 4)])
def test_gradient_and_path_have_the_shape_of_x(shape: tuple[int, ...]) -> None:
    x = np.random.default_rng(0).normal(size=shape)
    assert numerical_gradient(sum_of_squares, x).shape == shape
    end, path = gradient_descent(lambda x: 2.0 * x, x, 0.1, 3)
    assert end.shape == shape
    assert path.shape == (4, *shape)


def test_integers_count_as_floats() -> None:
    assert type(numerical_diff(lambda x: x**2, 3)) is float
    gradient = numerical_gradient(sum_of_squares, np.array([3, 4]))
    assert_allclose(gradient, [6.0, 8.0], atol=1e-8)
    _, path = gradient_descent(lambda x: 2 * x, np.array([2]), 0.1, 2)
    assert_allclose(path, [[2.0], [1.6], [1.28]], rtol=1e-12)


@pytest.mark.parametrize("dtype", [np.int64, np.float64])
def test_arguments_stay_as_they_are(dtype: type[np.generic]) -> None:
    x = np.array([[1, -2, 3], [-4, 5, -6]], dtype=dtype)
    x.flags.writeable = False  # numpy would refuse to write
    numerical_gradient(mixed, x)
    _, path = gradient_descent(lambda x: x, x, 0.1, 3)
    path[0] += 1.0
    assert_array_equal(x, [[1, -2, 3], [-4, 5, -6]])


def test_f_is_evaluated_twice_for_each_entry_at_arrays_of_the_shape_of_x() -> None:
    x = np.arange(6.0).reshape(2, 3)
    seen: list[Floats] = []

    def f(x: Floats) -> float:
        seen.append(x)
        return 0.0

    numerical_gradient(f, x, h=0.25)
    moves = np.stack(seen) - x
    assert moves.shape == (12, 2, 3)
    assert_array_equal(np.count_nonzero(moves, axis=(1, 2)), 1)
    assert_array_equal(np.abs(moves).sum(axis=(1, 2)), 0.25)


def test_descent_asks_for_the_gradient_once_a_step() -> None:
    seen: list[float] = []

    def slope(x: Floats) -> Floats:
        seen.append(float(x))
        return 2.0 * x

    _, path = gradient_descent(slope, 1.0, 0.25, 3)
    assert seen == [1.0, 0.5, 0.25]
    assert path.tolist() == [1.0, 0.5, 0.25, 0.125]


# --- the lecture -----------------------------------------------------------------------------


def test_ascent_leaves_the_lectures_valley() -> None:
    x, _ = gradient_descent(lambda x: -2 * x, [2.0], 0.2, steps=20)
    assert x[0] == pytest.approx(1673.4, abs=0.1)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(gradients)
    assert results.attempted > 0
    assert results.failed == 0
