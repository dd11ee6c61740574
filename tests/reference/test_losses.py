"""reference.losses against SciPy, scikit-learn and TensorFlow, and the laws."""

import doctest
import math
import warnings
from collections.abc import Callable
from itertools import pairwise
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from scipy.spatial import distance as scipy_distance
from scipy.stats import entropy
from sklearn import metrics
from sklearn.preprocessing import OneHotEncoder

from reference import losses

FloatArray = NDArray[np.float64]

BATCHES = [(5,), (4, 6), (1, 3), (2, 3, 4)]
ORDERS = [1, 1.5, 2, 3, 7, math.inf]

numbers = st.floats(-1e3, 1e3).map(lambda x: round(x, 6))


def points(count: int) -> st.SearchStrategy[list[FloatArray]]:
    """`count` points of the same dimension."""
    return st.integers(1, 6).flatmap(
        lambda n: st.lists(
            hnp.arrays(np.float64, n, elements=numbers), min_size=count, max_size=count
        )
    )


def probabilities(rng: np.random.Generator, n: int, classes: int) -> FloatArray:
    return rng.dirichlet(np.ones(classes), size=n)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(2)


@pytest.fixture(scope="module")
def tf() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module: ModuleType = pytest.importorskip("tensorflow")
    return module


# Against other people's code


@pytest.mark.parametrize("shape", BATCHES)
def test_mean_errors_equal_scikit_learn(shape: tuple[int, ...], rng: np.random.Generator) -> None:
    h, y = rng.standard_normal((2, *shape))
    assert losses.mean_squared_error(h, y) == pytest.approx(
        metrics.mean_squared_error(y.ravel(), h.ravel()), rel=1e-13
    )
    assert losses.mean_absolute_error(h, y) == pytest.approx(
        metrics.mean_absolute_error(y.ravel(), h.ravel()), rel=1e-13
    )


@pytest.mark.parametrize("shape", BATCHES)
def test_half_squared_error_equals_half_of_scipys_squared_distance(
    shape: tuple[int, ...], rng: np.random.Generator
) -> None:
    y, t = rng.standard_normal((2, *shape))
    expected = scipy_distance.sqeuclidean(y.ravel(), t.ravel()) / 2
    assert losses.half_squared_error(y, t) == pytest.approx(expected, rel=1e-13)


@pytest.mark.parametrize("order", ORDERS)
def test_distance_equals_scipy(order: float, rng: np.random.Generator) -> None:
    p, q = rng.standard_normal((2, 7))
    expected = scipy_distance.minkowski(p, q, order)  # infinity included
    assert losses.distance(p, q, order) == pytest.approx(float(expected), rel=1e-13)


def test_one_hot_equals_scikit_learn(rng: np.random.Generator) -> None:
    labels = rng.integers(0, 6, size=9)
    encoder = OneHotEncoder(categories=[np.arange(6)], sparse_output=False)
    np.testing.assert_array_equal(
        losses.one_hot(labels, 6), encoder.fit_transform(labels[:, np.newaxis])
    )


def test_cross_entropy_equals_scikit_learn_up_to_the_epsilon(rng: np.random.Generator) -> None:
    y, t = probabilities(rng, 50, 4), rng.integers(0, 4, size=50)
    picked = y[np.arange(50), t]
    epsilon_effect = np.mean(np.log1p(losses.EPSILON / picked))
    expected = metrics.log_loss(t, y, labels=[0, 1, 2, 3]) - epsilon_effect
    assert losses.cross_entropy(y, t) == pytest.approx(expected, rel=1e-12)


def test_cross_entropy_is_the_entropy_of_the_truth_plus_the_divergence(
    rng: np.random.Generator,
) -> None:
    y, t = probabilities(rng, 2, 5)
    # SciPy: H(t) + KL(t || y) = -Σ t log y. The formula needs no one-hot t for that.
    expected = entropy(t) + entropy(t, y + losses.EPSILON) - math.log(1 + 5 * losses.EPSILON)
    assert losses.cross_entropy(y, t) == pytest.approx(float(expected), rel=1e-12)


def test_losses_equal_tensorflow(tf: ModuleType, rng: np.random.Generator) -> None:
    y, t = probabilities(rng, 8, 5), rng.integers(0, 5, size=8)
    truth = tf.one_hot(t, 5, dtype="float64")
    np.testing.assert_array_equal(losses.one_hot(t, 5), truth.numpy())

    shifted = tf.math.log(tf.constant(y) + losses.EPSILON)
    expected = -tf.reduce_mean(tf.reduce_sum(truth * shifted, axis=1))
    assert losses.cross_entropy(y, t) == pytest.approx(float(expected), rel=1e-13)

    keras = tf.keras.losses  # clips at 1e-7 instead of adding it, and computes in float32
    assert losses.cross_entropy(y, losses.one_hot(t, 5)) == pytest.approx(
        float(keras.CategoricalCrossentropy()(truth, y)), rel=1e-4
    )
    assert losses.cross_entropy(y, t) == pytest.approx(
        float(keras.SparseCategoricalCrossentropy()(t, y)), rel=1e-4
    )

    h, u = rng.standard_normal((2, 6, 3))
    assert losses.half_squared_error(h, u) == pytest.approx(float(tf.nn.l2_loss(h - u)), rel=1e-13)
    assert losses.mean_squared_error(h, u) == pytest.approx(
        float(keras.MeanSquaredError(dtype="float64")(u, h)), rel=1e-6
    )
    assert losses.mean_absolute_error(h, u) == pytest.approx(
        float(keras.MeanAbsoluteError(dtype="float64")(u, h)), rel=1e-6
    )


# Laws


@given(points(2))
def test_squared_errors_are_one_sum_in_two_units(pair: list[FloatArray]) -> None:
    h, y = pair
    assert losses.mean_squared_error(h, y) == pytest.approx(
        2 / h.size * losses.half_squared_error(h, y), rel=1e-12
    )
    assert losses.half_squared_error(h, y) == pytest.approx(
        losses.distance(h, y) ** 2 / 2, rel=1e-12
    )


@given(points(2))
def test_mean_absolute_error_is_at_most_the_root_of_the_mean_square(
    pair: list[FloatArray],
) -> None:
    h, y = pair
    assert losses.mean_absolute_error(h, y) <= math.sqrt(losses.mean_squared_error(h, y)) + 1e-9


@given(points(3), st.sampled_from(ORDERS))
def test_distance_is_a_metric(triple: list[FloatArray], order: float) -> None:
    p, q, r = triple
    there = losses.distance(p, q, order)
    assert there >= 0
    assert (there == 0) == bool(np.array_equal(p, q))
    assert losses.distance(p, p, order) == 0
    assert there == losses.distance(q, p, order)
    detour = losses.distance(p, r, order) + losses.distance(r, q, order)
    assert there <= detour * (1 + 1e-12)


def test_order_below_one_would_break_the_triangle_inequality() -> None:
    def half_order(p: tuple[float, float], q: tuple[float, float]) -> float:
        return sum(math.sqrt(abs(a - b)) for a, b in zip(p, q, strict=True)) ** 2

    assert half_order((0, 0), (1, 1)) == 4
    assert half_order((0, 0), (1, 0)) + half_order((1, 0), (1, 1)) == 2
    for order in (0.5, 0, -1, -math.inf, math.nan):
        with pytest.raises(ValueError, match="order must be at least 1"):
            losses.distance([0, 0], [1, 1], order)


@given(points(2))
def test_distance_never_grows_with_the_order(pair: list[FloatArray]) -> None:
    p, q = pair
    by_order = [losses.distance(p, q, order) for order in ORDERS]
    assert all(a >= b - 1e-9 * a for a, b in pairwise(by_order))


def test_distance_tends_to_the_largest_difference(rng: np.random.Generator) -> None:
    p, q = rng.uniform(-1, 1, (2, 5))
    assert losses.distance(p, q, 200) == pytest.approx(losses.distance(p, q, math.inf), rel=1e-2)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=20))
def test_arg_max_undoes_one_hot(labels: list[int]) -> None:
    encoded = losses.one_hot(labels, 7)
    assert encoded.shape == (len(labels), 7)
    assert encoded.dtype == np.float64
    np.testing.assert_array_equal(encoded.sum(axis=1), 1)
    np.testing.assert_array_equal(encoded.argmax(axis=1), labels)


@given(st.integers(1, 6), st.integers(2, 6), st.integers(0, 2**32))
def test_cross_entropy_of_a_batch(n: int, classes: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    y, t = probabilities(rng, n, classes), rng.integers(0, classes, size=n)
    loss = losses.cross_entropy(y, t)
    singles = [losses.cross_entropy(row, label) for row, label in zip(y, t, strict=True)]
    order = rng.permutation(n)
    assert loss == pytest.approx(losses.cross_entropy(y, losses.one_hot(t, classes)), rel=1e-12)
    assert loss == pytest.approx(float(np.mean(singles)), rel=1e-12)
    assert loss == pytest.approx(losses.cross_entropy(y[order], t[order]), rel=1e-12)
    assert loss == pytest.approx(losses.cross_entropy(np.tile(y, (2, 1)), np.tile(t, 2)), rel=1e-12)


def test_cross_entropy_of_certain_predictions() -> None:
    certain = [0.0, 1.0, 0.0]
    assert losses.cross_entropy(certain, 0) == pytest.approx(16.11809565095832, rel=1e-14)
    assert losses.cross_entropy(certain, 1) == pytest.approx(-1e-7, rel=1e-6)


Loss = Callable[[FloatArray, FloatArray], float]


@pytest.mark.parametrize(
    "loss", [losses.half_squared_error, losses.mean_squared_error, losses.mean_absolute_error]
)
def test_integers_are_numbers_and_arguments_stay(loss: Loss) -> None:
    dark, bright = np.array([3, 250], dtype=np.uint8), np.array([5, 10], dtype=np.uint8)
    kept = dark.copy(), bright.copy()
    assert loss(dark, bright) == loss(dark.astype(np.float64), bright.astype(np.float64))  # type: ignore[arg-type]
    np.testing.assert_array_equal((dark, bright), kept)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(losses)
    assert results.attempted > 0
    assert results.failed == 0
