"""The oracle of exercise5 against SciPy, scikit-learn, TensorFlow and its laws."""

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
from scipy import optimize, special

from reference import logistic
from reference.gradients import numerical_gradient
from reference.logistic import bce_with_logits, elbow, fit, logistic_gradient, predict_proba

Floats = NDArray[np.float64]


seeds = st.integers(0, 2**32 - 1)
logits = hnp.arrays(np.float64, st.integers(1, 6), elements=st.floats(-1000.0, 1000.0))
curves = hnp.arrays(np.float64, st.integers(2, 20), elements=st.floats(-10.0, 10.0))


def problem(seed: int, n: int = 8, d: int = 3) -> tuple[Floats, Floats, Floats, float]:
    """Draw X (n, d), t (n,), w (d,) and b."""
    rng = np.random.default_rng(seed)
    X, w, b = rng.normal(size=(n, d)), rng.normal(size=d), float(rng.normal())
    return X, rng.permutation(np.arange(n) % 2).astype(float), w, b


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


# --- independent implementations ---------------------------------------------------------------


@given(seeds)
def test_the_probabilities_are_scipys(seed: int) -> None:
    X, _t, w, b = problem(seed)
    assert_allclose(predict_proba(X, w, b), special.expit(X @ w + b), rtol=1e-12)


@given(logits, seeds)
def test_the_loss_is_scipys_log_expit(z: Floats, seed: int) -> None:
    t = np.random.default_rng(seed).integers(0, 2, z.shape)
    expected = -np.mean(t * special.log_expit(z) + (1 - t) * special.log_expit(-z))
    assert_allclose(bce_with_logits(z, t), expected, rtol=1e-12)


def test_the_loss_is_scikit_learns_log_loss() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    rng = np.random.default_rng(50)
    h, t = rng.uniform(0.01, 0.99, 50), rng.integers(0, 2, 50)
    assert_allclose(bce_with_logits(np.log(h / (1 - h)), t), metrics.log_loss(t, h), rtol=1e-12)


def test_loss_and_gradient_are_tensorflows(tf: Any) -> None:
    X, t, w, b = problem(51)
    weights, bias = tf.Variable(w), tf.Variable(b, dtype=tf.float64)
    with tf.GradientTape() as tape:
        z = tf.linalg.matvec(X, weights) + bias
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=t, logits=z))
    expected_dw, expected_db = tape.gradient(loss, [weights, bias])

    assert_allclose(bce_with_logits(X @ w + b, t), loss, rtol=1e-12)
    dw, db = logistic_gradient(X, t, w, b)
    assert_allclose(dw, expected_dw, rtol=1e-12)
    assert_allclose(db, expected_db, rtol=1e-12)


def test_training_ends_where_scipy_finds_the_minimum() -> None:
    X, _t, w, b = problem(52, n=30, d=2)
    t = (np.random.default_rng(53).random(30) < predict_proba(X, w, b)).astype(float)

    def loss(v: Floats) -> float:
        return float(np.mean(np.logaddexp(0.0, X @ v[:2] + v[2]) - t * (X @ v[:2] + v[2])))

    best = optimize.minimize(loss, np.zeros(3), method="BFGS", options={"gtol": 1e-9})
    found, bias, losses = fit(X, t, np.zeros(2), 0.0, lr=1.0, steps=3000)
    assert_allclose([*found, bias], best.x, atol=1e-6)
    assert_allclose(losses[-1], best.fun, rtol=1e-12)


# --- laws ------------------------------------------------------------------------------------


@given(seeds)
def test_the_gradient_is_the_slope_of_the_loss(seed: int) -> None:
    X, t, w, b = problem(seed)
    numerical = numerical_gradient(
        lambda v: bce_with_logits(X @ v[:-1] + v[-1], t), np.append(w, b)
    )
    dw, db = logistic_gradient(X, t, w, b)
    assert_allclose(np.append(dw, db), numerical, rtol=1e-6, atol=1e-8)


@given(logits)
def test_swapping_the_classes_turns_the_sign(z: Floats) -> None:
    t = (np.arange(len(z)) % 2).astype(float)
    assert_allclose(bce_with_logits(z, t), bce_with_logits(-z, 1 - t), rtol=1e-12)
    X = z.reshape(-1, 1)
    assert_allclose(predict_proba(X, [1.0], 0.0) + predict_proba(X, [-1.0], 0.0), 1.0, rtol=1e-12)


@given(logits)
def test_the_loss_is_never_below_the_mean_of_the_wrong_logits(z: Floats) -> None:
    t = (np.arange(len(z)) % 2).astype(float)
    hinge = float(np.mean(np.maximum((1 - 2 * t) * z, 0.0)))
    loss = bce_with_logits(z, t)
    assert hinge <= loss <= hinge + np.log(2.0) + 1e-12


@given(seeds)
def test_a_doubled_batch_in_another_order_is_the_same_batch(seed: int) -> None:
    X, t, w, b = problem(seed)
    order = np.random.default_rng(seed).permutation(np.tile(np.arange(8), 2))
    assert_allclose(bce_with_logits(X[order] @ w, t[order]), bce_with_logits(X @ w, t), rtol=1e-12)
    weights, bias, losses = fit(X[order], t[order], w, b, 0.3, 5)
    expected_weights, expected_bias, expected_losses = fit(X, t, w, b, 0.3, 5)
    assert_allclose(weights, expected_weights, rtol=1e-9, atol=1e-12)
    assert_allclose(bias, expected_bias, rtol=1e-9, atol=1e-12)
    assert_allclose(losses, expected_losses, rtol=1e-9, atol=1e-12)


@given(seeds)
def test_the_loss_falls_below_two_over_the_largest_curvature(seed: int) -> None:
    X, t, w, b = problem(seed)
    inputs = np.hstack([X, np.ones((8, 1))])
    curvature = float(np.linalg.eigvalsh(inputs.T @ inputs).max()) / (4 * 8)
    _w, _b, losses = fit(X, t, w, b, 1.0 / curvature, 20)
    assert np.all(np.diff(losses) <= 1e-12)


@given(seeds, st.integers(0, 5), st.integers(0, 5))
def test_training_may_be_interrupted(seed: int, first: int, second: int) -> None:
    X, t, w, b = problem(seed)
    middle = fit(X, t, w, b, 0.3, first)
    end = fit(X, t, middle[0], middle[1], 0.3, second)
    whole = fit(X, t, w, b, 0.3, first + second)
    assert_array_equal(end[0], whole[0])
    assert end[1] == whole[1]
    assert_array_equal(np.concatenate([middle[2], end[2]]), whole[2])


@given(curves)
def test_no_point_is_farther_below_the_chord_than_the_elbow(losses: Floats) -> None:
    n = len(losses)
    place = elbow(losses)
    i = np.arange(n)
    depth = losses[0] * (n - 1 - i) / (n - 1) + losses[-1] * i / (n - 1) - losses
    assert 0 <= place < n
    assert np.all(depth <= depth[place] + 1e-11)
    assert np.all(depth[:place] < depth[place] + 1e-11)


def test_the_elbow_is_also_the_point_farthest_at_right_angles() -> None:
    rng = np.random.default_rng(54)
    for _ in range(20):
        losses = np.exp(-np.arange(30) / 6.0) + 0.05 * rng.uniform(size=30)
        chord = np.array([29.0, losses[-1] - losses[0]])
        points = np.stack([np.arange(30.0), losses - losses[0]], axis=1)
        cross = chord[1] * points[:, 0] - chord[0] * points[:, 1]
        assert elbow(losses) == np.argmax(cross / np.linalg.norm(chord))


@given(st.integers(1, 5), st.floats(-2.0, 2.0), st.floats(0.1, 10.0))
def test_the_elbow_does_not_depend_on_the_unit_of_the_loss(
    place: int, shift: float, unit: float
) -> None:
    losses = np.linspace(4.0, 1.0, 8)
    losses[place] -= 1.0
    assert elbow(unit * losses + shift) == place


@pytest.mark.parametrize(
    ("losses", "place"),
    [
        ([3.0, 2.0, 1.0], 0),  # a straight line: no point is below it
        ([0.1, 0.2, 0.3, 0.4], 0),  # straight up to rounding
        ([8.0, 3.0, 1.0, -1.0, 0.0], 1),  # a tie: the first
        ([4.0, 9.0, 1.0, 0.0], 2),  # above does not count
        ([1.0, 2.0], 0),
    ],
)
def test_the_elbow_of_small_curves(losses: list[float], place: int) -> None:
    assert elbow(losses) == place


# --- every kind of input -------------------------------------------------------------------------


@pytest.mark.parametrize("z", [40.0, 800.0])
def test_large_logits_cost_what_they_are(z: float) -> None:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        assert bce_with_logits([z], [0]) == z
        assert bce_with_logits([-z], [1]) == z
        assert bce_with_logits([z, -z], [1, 0]) == pytest.approx(np.exp(-z), rel=1e-12)
        dw, db = logistic_gradient([[z], [-z]], [1, 0], [1.0], 0.0)
    assert_allclose([*dw, db], 0.0, atol=1e-15)


@pytest.mark.parametrize(("n", "d"), [(1, 1), (1, 4), (6, 1), (6, 4)])
def test_shapes(n: int, d: int) -> None:
    X, t, w, b = problem(55, n, d)
    assert predict_proba(X, w, b).shape == (n,)
    dw, db = logistic_gradient(X, t, w, b)
    assert dw.shape == (d,)
    assert type(db) is float
    assert type(bce_with_logits(X @ w, t)) is float
    weights, bias, losses = fit(X, t, w, b, 0.1, 3)
    assert (weights.shape, type(bias), losses.shape) == ((d,), float, (3,))
    assert fit(X, t, w, b, 0.1, 0)[2].shape == (0,)


def test_integers_count_as_floats_and_arguments_stay_as_they_are() -> None:
    X, t, w = np.array([[1, -2], [3, 4], [-5, 6]]), np.array([0, 1, 1]), np.array([1, -1])
    for array in (X, t, w):
        array.flags.writeable = False  # numpy would refuse to write
    whole = fit(X, t, w, 1, 0.1, 3)
    floats = fit(X.astype(float), t.astype(float), w.astype(float), 1.0, 0.1, 3)
    for mine, yours in zip(whole, floats, strict=True):
        assert_array_equal(mine, yours)
    start, _b, _losses = fit(X, t, w.astype(float), 1.0, 0.1, 0)
    start += 1.0
    assert_array_equal(w, [1, -1])


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(logistic)
    assert results.attempted > 0
    assert results.failed == 0
