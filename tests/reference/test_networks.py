"""The oracle of exercise7 against TensorFlow, scikit-learn and a published example."""

import doctest
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray

from reference import losses, networks
from reference.gradients import numerical_gradient
from reference.networks import (
    backward,
    forward,
    relative_error,
    two_layer_gradient,
    two_layer_loss,
    two_layer_predict,
    update,
)

Floats = NDArray[np.float64]
Params = dict[str, Floats]

seeds = st.integers(0, 2**32 - 1)
arrays = hnp.arrays(
    np.float64,
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
    elements=st.floats(-1e3, 1e3),
)


def network(rng: np.random.Generator, sizes: tuple[int, int, int]) -> Params:
    D, H, C = sizes
    shapes = {"W1": (D, H), "b1": (H,), "W2": (H, C), "b2": (C,)}
    return {key: rng.normal(size=shape) for key, shape in shapes.items()}


def batch(rng: np.random.Generator, n: int, inputs: int, classes: int) -> tuple[Floats, Floats]:
    return rng.normal(size=(n, inputs)), np.eye(classes)[rng.integers(0, classes, n)]


def half_squared_error(params: Params, x: Floats, t: Floats) -> float:
    return losses.half_squared_error(forward(params, x)[1], t)


def slope_of(params: Params, key: str, loss: Callable[[Params], float]) -> Floats:
    """Measure ∂loss/∂params[key] with the numerical gradient of exercise3."""
    return numerical_gradient(lambda value: loss({**params, key: value}), params[key])


def assert_all_close(actual: Params, expected: Params, rtol: float = 1e-10) -> None:
    assert actual.keys() == expected.keys()
    for key in expected:
        assert actual[key].shape == expected[key].shape
        assert_allclose(actual[key], expected[key], rtol=rtol, atol=1e-12, err_msg=key)


# --- independent implementations ---------------------------------------------------------------


@given(seeds, st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4)))
def test_backward_agrees_with_the_central_difference(
    seed: int, sizes: tuple[int, int, int]
) -> None:
    rng = np.random.default_rng(seed)
    params = network(rng, sizes)
    x, t = rng.normal(size=sizes[0]), rng.uniform(size=sizes[2])
    grads = backward(params, x, t)
    for key in params:
        numerical = slope_of(params, key, lambda params: half_squared_error(params, x, t))
        assert_allclose(grads[key], numerical, rtol=1e-6, atol=1e-8)


@given(seeds, st.integers(1, 5))
def test_two_layer_gradient_agrees_with_the_central_difference(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    params = network(rng, (3, 5, 4))
    x, t = batch(rng, n, 3, 4)
    grads = two_layer_gradient(params, x, t)
    for key in params:
        numerical = slope_of(params, key, lambda params: two_layer_loss(params, x, t))
        assert_allclose(grads[key], numerical, rtol=1e-6, atol=1e-7)


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


def test_backward_is_tensorflows(tf: Any) -> None:
    rng = np.random.default_rng(70)
    params = network(rng, (2, 2, 2))
    x, t = rng.normal(size=2), rng.uniform(size=2)
    variables = {key: tf.Variable(value) for key, value in params.items()}
    with tf.GradientTape() as tape:
        hidden = tf.sigmoid(tf.constant(x[None]) @ variables["W1"] + variables["b1"])
        output = tf.sigmoid(hidden @ variables["W2"] + variables["b2"])
        loss = tf.reduce_sum((t - output) ** 2) / 2
    expected = {key: value.numpy() for key, value in tape.gradient(loss, variables).items()}
    assert_all_close(backward(params, x, t), expected)
    assert_allclose(forward(params, x), (hidden.numpy()[0], output.numpy()[0]), rtol=1e-12)


def test_two_layer_gradient_is_tensorflows(tf: Any) -> None:
    rng = np.random.default_rng(71)
    params = network(rng, (6, 5, 10))
    x, t = batch(rng, 4, 6, 10)
    variables = {key: tf.Variable(value) for key, value in params.items()}
    with tf.GradientTape() as tape:
        hidden = tf.sigmoid(tf.constant(x) @ variables["W1"] + variables["b1"])
        scores = hidden @ variables["W2"] + variables["b2"]
        loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(t, scores))
    expected = {key: value.numpy() for key, value in tape.gradient(loss, variables).items()}
    assert_all_close(two_layer_gradient(params, x, t), expected)
    assert two_layer_loss(params, x, t) == pytest.approx(float(loss), rel=1e-12)


def test_two_layer_gradient_is_the_step_of_scikit_learn() -> None:
    neural = pytest.importorskip("sklearn.neural_network")
    rng = np.random.default_rng(72)
    x, labels = rng.normal(size=(9, 3)), np.arange(9) % 4
    model = neural.MLPClassifier(
        (5,), activation="logistic", solver="sgd", alpha=0.0, momentum=0.0, batch_size=9,
        learning_rate_init=0.5, shuffle=False, random_state=1,
    )  # fmt: skip

    def parameters() -> Params:
        W1, W2 = (W.copy() for W in model.coefs_)
        b1, b2 = (b.copy() for b in model.intercepts_)
        return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}

    model.partial_fit(x, labels, classes=np.arange(4))
    before = parameters()
    model.partial_fit(x, labels)

    grads = two_layer_gradient(before, x, np.eye(4)[labels])
    assert_all_close(update(before, grads, lr=0.5), parameters())
    assert_allclose(two_layer_predict(parameters(), x), model.predict_proba(x), rtol=1e-12)


def test_the_published_example_of_mazur() -> None:
    """M. Mazur, "A Step by Step Backpropagation Example" (2015), updates the weights only."""
    params = {
        "W1": np.array([[0.15, 0.25], [0.20, 0.30]]),
        "b1": np.array([0.35, 0.35]),
        "W2": np.array([[0.40, 0.50], [0.45, 0.55]]),
        "b2": np.array([0.60, 0.60]),
    }
    x, t = np.array([0.05, 0.10]), np.array([0.01, 0.99])

    hidden, output = forward(params, x)
    assert_allclose(hidden, [0.593269992, 0.596884378], atol=5e-10)
    assert_allclose(output, [0.75136507, 0.772928465], atol=5e-9)
    assert half_squared_error(params, x, t) == pytest.approx(0.298371109, abs=5e-10)
    after = update(params, backward(params, x, t), lr=0.5)
    assert_allclose(after["W1"], [[0.149780716, 0.24975114], [0.19956143, 0.29950229]], atol=5e-9)
    assert_allclose(after["W2"], [[0.35891648, 0.511301270], [0.408666186, 0.561370121]], atol=5e-9)


# --- closed forms and laws ---------------------------------------------------------------------


@given(seeds)
def test_backward_is_zero_where_the_output_is_right(seed: int) -> None:
    rng = np.random.default_rng(seed)
    params, x = network(rng, (2, 2, 2)), rng.normal(size=2)
    grads = backward(params, x, forward(params, x)[1])
    for grad in grads.values():
        assert_array_equal(grad, 0.0)


@given(seeds)
def test_backward_of_both_outputs_is_the_sum_of_each(seed: int) -> None:
    rng = np.random.default_rng(seed)
    params, x, t = network(rng, (2, 3, 2)), rng.normal(size=2), rng.uniform(size=2)
    y = forward(params, x)[1]
    both = backward(params, x, t)
    first = backward(params, x, np.array([t[0], y[1]]))
    second = backward(params, x, np.array([y[0], t[1]]))
    assert_all_close({key: first[key] + second[key] for key in both}, both)


@given(seeds, st.integers(1, 4))
def test_a_batch_has_the_mean_of_its_examples_gradients(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    params = network(rng, (4, 3, 5))
    x, t = batch(rng, n, 4, 5)
    each = [two_layer_gradient(params, x[i : i + 1], t[i : i + 1]) for i in range(n)]
    mean = {key: np.mean([grads[key] for grads in each], axis=0) for key in params}
    assert_all_close(two_layer_gradient(params, x, t), mean)
    assert_all_close(two_layer_gradient(params, np.tile(x, (2, 1)), np.tile(t, (2, 1))), mean)


@given(seeds)
def test_the_gradients_of_the_output_biases_cancel(seed: int) -> None:
    """Adding one number to every score changes no probability."""
    rng = np.random.default_rng(seed)
    params = network(rng, (4, 3, 5))
    grads = two_layer_gradient(params, *batch(rng, 3, 4, 5))
    assert_allclose(np.sum(grads["b2"]), 0.0, atol=1e-14)
    assert_allclose(np.sum(grads["W2"], axis=1), 0.0, atol=1e-14)


@given(seeds)
def test_a_short_step_lowers_the_loss(seed: int) -> None:
    rng = np.random.default_rng(seed)
    params = network(rng, (3, 4, 3))
    x, t = batch(rng, 6, 3, 3)
    after = update(params, two_layer_gradient(params, x, t), lr=1e-3)
    assert two_layer_loss(after, x, t) < two_layer_loss(params, x, t)


@given(seeds)
def test_the_loss_is_the_cross_entropy_of_exercise2_without_its_epsilon(seed: int) -> None:
    rng = np.random.default_rng(seed)
    params = network(rng, (3, 4, 5))
    x, t = batch(rng, 4, 3, 5)
    y = two_layer_predict(params, x)
    assert_allclose(two_layer_loss(params, x, t), -np.sum(t * np.log(y)) / 4, rtol=1e-9)
    # The 1e-7 makes each logarithm larger, by at most 1e-7 / y.
    difference = two_layer_loss(params, x, t) - losses.cross_entropy(y, t)
    assert -1e-12 <= difference <= 1e-7 / y.min() + 1e-12


def test_huge_scores_give_finite_gradients() -> None:
    rng = np.random.default_rng(73)
    params = {key: 1000.0 * value for key, value in network(rng, (3, 4, 5)).items()}
    x, t = batch(rng, 6, 3, 5)
    assert np.isfinite(two_layer_loss(params, x, t))
    for grads in (two_layer_gradient(params, x, t), backward(params, x[0], t[0])):
        assert all(np.isfinite(grad).all() for grad in grads.values())


@given(arrays, st.floats(1e-3, 1e3))
def test_the_relative_error_of_a_multiple(a: Floats, c: float) -> None:
    expected = abs(c - 1.0) / (c + 1.0) if np.any(a) else 0.0
    assert relative_error(a, c * a) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert relative_error(a, -c * a) == pytest.approx(1.0 if np.any(a) else 0.0, rel=1e-12)


@given(seeds, st.sampled_from([1e-300, 1e-12, 1.0, 1e300]))
def test_the_relative_error_is_symmetric_and_has_no_unit(seed: int, unit: float) -> None:
    a, n = np.random.default_rng(seed).normal(size=(2, 3, 4))
    norm = np.linalg.norm
    expected = norm(a - n) / (norm(a) + norm(n))
    assert relative_error(unit * a, unit * n) == pytest.approx(expected, rel=1e-12)
    assert relative_error(n, a) == relative_error(a, n)
    assert 0.0 < relative_error(a, n) <= 1.0


def test_the_relative_error_to_zero() -> None:
    assert relative_error(np.zeros(3), np.zeros(3)) == 0.0
    assert relative_error([], []) == 0.0
    assert relative_error(np.zeros(2), [3.0, -4.0]) == 1.0


# --- every kind of input -------------------------------------------------------------------------


def test_integers_count_as_floats_and_arguments_stay_as_they_are() -> None:
    rng = np.random.default_rng(74)
    sizes = {"W1": (2, 3), "b1": (3,), "W2": (3, 4), "b2": (4,)}
    whole = {key: rng.integers(-3, 4, size) for key, size in sizes.items()}
    x, t = rng.integers(-3, 4, (5, 2)), np.eye(4, dtype=np.int64)[rng.integers(0, 4, 5)]
    for value in (*whole.values(), x, t):
        value.flags.writeable = False  # numpy would refuse to write
    floats = {key: value.astype(float) for key, value in whole.items()}
    assert_all_close(
        two_layer_gradient(whole, x, t), two_layer_gradient(floats, x.astype(float), t)
    )
    assert_all_close(backward(whole, x[0], t[0]), backward(floats, x[0].astype(float), t[0]))
    after = update(whole, whole, 0.25)
    assert_all_close(after, {key: 0.75 * value for key, value in floats.items()})
    assert all(value.dtype == np.float64 for value in after.values())


# --- the lecture -----------------------------------------------------------------------------


def test_without_a_learning_rate_the_step_is_the_gradient() -> None:
    rng = np.random.default_rng(1)
    params, x, t = network(rng, (2, 2, 2)), rng.normal(size=2), rng.uniform(size=2)
    grads = backward(params, x, t)
    expected = {key: params[key] - grads[key] for key in params}
    assert_all_close(update(params, grads, lr=1.0), expected)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(networks)
    assert results.attempted > 0
    assert results.failed == 0
