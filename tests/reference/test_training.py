"""The oracle of exercise8 against TensorFlow, scikit-learn, and what must hold for any training."""

import doctest
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray

from reference import training
from reference.gradients import numerical_gradient
from reference.networks import relative_error
from reference.training import TwoLayerNet, train

Floats = NDArray[np.float64]

seeds = st.integers(0, 2**32 - 1)
sizes = st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(2, 5))


def random_net(seed: int, size: tuple[int, int, int]) -> TwoLayerNet:
    """Make a network whose biases are no zeros either."""
    rng = np.random.default_rng(seed)
    net = TwoLayerNet(*size, weight_init_std=1.0, rng=rng)
    net.params |= {key: rng.normal(size=net.params[key].shape) for key in ("b1", "b2")}
    return net


def random_batch(seed: int, n: int, inputs: int, classes: int) -> tuple[Floats, NDArray[np.int64]]:
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, inputs)), rng.integers(0, classes, n)


# --- independent implementations ---------------------------------------------------------------


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


def test_twenty_steps_are_tensorflows(tf: Any) -> None:
    net = random_net(80, (6, 5, 3))
    variables = {key: tf.Variable(value) for key, value in net.params.items()}
    x, labels = random_batch(81, 30, 6, 3)
    t = np.eye(3)[labels]
    found = train(net, x, t, 20, 7, 0.3, np.random.default_rng(82))

    rng, expected = np.random.default_rng(82), []
    for _ in range(20):
        rows = rng.choice(30, 7)
        with tf.GradientTape() as tape:
            hidden = tf.sigmoid(tf.constant(x[rows]) @ variables["W1"] + variables["b1"])
            scores = hidden @ variables["W2"] + variables["b2"]
            loss = tf.reduce_mean(
                tf.nn.softmax_cross_entropy_with_logits(tf.constant(t[rows]), scores)
            )
        expected.append(float(loss))
        for key, slope in tape.gradient(loss, variables).items():
            variables[key].assign_sub(0.3 * slope)
    assert_allclose(found, expected, rtol=1e-5)  # the 1e-7 in the logarithm
    for key, variable in variables.items():
        assert_allclose(net.params[key], variable.numpy(), rtol=1e-9, atol=1e-12, err_msg=key)


@given(seeds, sizes, st.integers(1, 6))
def test_loss_and_accuracy_are_scikit_learns(seed: int, size: tuple[int, int, int], n: int) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    net, (x, labels) = random_net(seed, size), random_batch(seed, n, size[0], size[2])
    y, classes = net.predict(x), range(size[2])
    t = np.eye(size[2])[labels]
    expected = metrics.log_loss(labels, y, labels=classes)
    assert_allclose(net.loss(x, t), expected, rtol=1e-4, atol=1e-6)
    right = metrics.accuracy_score(labels, y.argmax(axis=1))
    assert_allclose([net.accuracy(x, t), net.accuracy(x, labels)], right)


# --- laws --------------------------------------------------------------------------------------


@given(seeds, sizes, st.integers(1, 6))
def test_gradient_agrees_with_the_central_difference_of_the_loss(
    seed: int, size: tuple[int, int, int], n: int
) -> None:
    net, (x, labels) = random_net(seed, size), random_batch(seed, n, size[0], size[2])
    t, params = np.eye(size[2])[labels], net.params
    grads = net.gradient(x, t)
    for key in params:

        def loss(value: Floats, key: str = key) -> float:
            net.params = {**params, key: value}
            return net.loss(x, t)

        measured = numerical_gradient(loss, params[key])
        small = np.linalg.norm(measured) < 1e-4  # then the 1e-7 of the loss weighs too much
        assert small or relative_error(grads[key], measured) < 1e-3


@settings(max_examples=20)
@given(seeds, st.floats(0.001, 2.0))
def test_first_weights_have_the_standard_deviation_asked_for(seed: int, std: float) -> None:
    net = TwoLayerNet(50, 60, 40, weight_init_std=std, rng=np.random.default_rng(seed))
    for key in ("W1", "W2"):
        assert_allclose(net.params[key].std(), std, rtol=0.1)
        assert abs(net.params[key].mean()) < 0.12 * std
    for key in ("b1", "b2"):
        assert_array_equal(net.params[key], 0.0)


def test_a_seed_decides_everything_and_without_one_nothing_repeats() -> None:
    one, two = (TwoLayerNet(3, 4, 2, rng=np.random.default_rng(5)) for _ in range(2))
    other, another = TwoLayerNet(3, 4, 2), TwoLayerNet(3, 4, 2)
    for key in ("W1", "W2"):
        assert_array_equal(one.params[key], two.params[key])
        assert not np.array_equal(other.params[key], another.params[key])


def test_an_untrained_network_finds_all_classes_equally_likely() -> None:
    net = TwoLayerNet(784, 50, 10, rng=np.random.default_rng(0))
    x, labels = random_batch(1, 100, 784, 10)
    assert_allclose(net.loss(np.abs(x), np.eye(10)[labels]), np.log(10), rtol=0.05)


@given(seeds, st.integers(1, 8), st.integers(1, 8))
def test_two_short_trainings_are_one_long_one(seed: int, first: int, second: int) -> None:
    x, labels = random_batch(seed, 12, 3, 4)
    t = np.eye(4)[labels]
    long, short = random_net(seed, (3, 5, 4)), random_net(seed, (3, 5, 4))
    whole = train(long, x, t, first + second, 5, 0.4, np.random.default_rng(seed))
    rng = np.random.default_rng(seed)
    parts = [train(short, x, t, steps, 5, 0.4, rng) for steps in (first, second)]
    assert_array_equal(np.concatenate(parts), whole)
    for key in long.params:
        assert_array_equal(long.params[key], short.params[key])


def test_training_learns_fifty_rows_by_heart() -> None:
    x, labels = random_batch(2, 50, 20, 10)
    t = np.eye(10)[labels]
    net = TwoLayerNet(20, 50, 10, rng=np.random.default_rng(3))
    losses = train(net, x, t, 2000, 25, 1.0, np.random.default_rng(4))
    assert losses.shape == (2000,)
    assert_allclose(losses[0], np.log(10), rtol=0.05)
    assert net.accuracy(x, labels) == 1.0
    assert net.loss(x, t) < 0.1


def test_training_leaves_the_data_alone() -> None:
    x, labels = random_batch(5, 9, 3, 2)
    t = np.eye(2)[labels]
    x.flags.writeable = t.flags.writeable = False
    train(random_net(6, (3, 4, 2)), x, t, 3, 4, 0.1, np.random.default_rng(7))


def test_the_examples_of_the_docstrings() -> None:
    assert doctest.testmod(training).failed == 0
