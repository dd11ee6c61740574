"""The oracle of exercise9 against SciPy, TensorFlow, the central difference and its laws."""

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
from scipy import special

from reference import layers, networks
from reference.gradients import numerical_gradient
from reference.layers import Affine, Dropout, Network, Relu, Sigmoid, SoftmaxWithLoss

Floats = NDArray[np.float64]

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 4)
arrays = hnp.arrays(
    np.float64,
    hnp.array_shapes(min_dims=1, max_dims=3, max_side=4),
    elements=st.floats(-1e3, 1e3),
)


def affine(rng: np.random.Generator, inputs: int, outputs: int) -> Affine:
    return Affine(rng.normal(size=(inputs, outputs)), rng.normal(size=outputs))


def away_from_zero(rng: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    signs = rng.choice([-1.0, 1.0], shape)
    return np.asarray(signs * rng.uniform(0.1, 2.0, shape))


# --- independent implementations ---------------------------------------------------------------


@given(seeds, sizes, st.sampled_from([(3,), (2, 3), (2, 2, 2)]), sizes)
def test_affine_agrees_with_the_central_difference(
    seed: int, n: int, example: tuple[int, ...], outputs: int
) -> None:
    rng = np.random.default_rng(seed)
    layer = affine(rng, int(np.prod(example)), outputs)
    x, dout = rng.normal(size=(n, *example)), rng.normal(size=(n, outputs))
    W, b = layer.W, layer.b

    def loss(x: Floats, W: Floats, b: Floats) -> float:
        return float(np.sum(Affine(W, b).forward(x) * dout))

    assert layer.forward(x).shape == (n, outputs)
    dx = layer.backward(dout)
    assert_allclose(dx, numerical_gradient(lambda x: loss(x, W, b), x), atol=1e-7)
    assert_allclose(layer.dW, numerical_gradient(lambda W: loss(x, W, b), W), atol=1e-7)
    assert_allclose(layer.db, numerical_gradient(lambda b: loss(x, W, b), b), atol=1e-7)


@pytest.mark.parametrize("kind", [Sigmoid, Relu])
@given(seeds, st.sampled_from([(4,), (2, 3), (2, 1, 3)]))
def test_activations_agree_with_the_central_difference(
    kind: type[Sigmoid | Relu], seed: int, shape: tuple[int, ...]
) -> None:
    rng = np.random.default_rng(seed)
    x, dout = away_from_zero(rng, shape), rng.normal(size=shape)
    layer = kind()
    layer.forward(x)
    measured = numerical_gradient(lambda x: float(np.sum(kind().forward(x) * dout)), x)
    assert_allclose(layer.backward(dout), measured, atol=1e-8)


@given(seeds, sizes, st.integers(2, 5))
def test_the_loss_agrees_with_scipy_and_the_central_difference(seed: int, n: int, c: int) -> None:
    rng = np.random.default_rng(seed)
    x, labels = 5.0 * rng.normal(size=(n, c)), rng.integers(0, c, n)
    layer = SoftmaxWithLoss()
    expected = -np.mean(special.log_softmax(x, axis=1)[np.arange(n), labels])
    assert layer.forward(x, labels) == pytest.approx(expected, rel=1e-12, abs=1e-14)
    measured = numerical_gradient(lambda x: SoftmaxWithLoss().forward(x, labels), x)
    assert_allclose(layer.backward(), measured, atol=1e-8)


@given(arrays)
def test_forward_of_the_activations_is_scipys(x: Floats) -> None:
    assert_allclose(Sigmoid().forward(x), special.expit(x), rtol=1e-12, atol=1e-300)
    assert_array_equal(Relu().forward(x), x.clip(min=0.0))


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


def test_a_network_is_tensorflows(tf: Any) -> None:
    rng = np.random.default_rng(90)
    first, second, third = affine(rng, 6, 5), affine(rng, 5, 7), affine(rng, 7, 4)
    net = Network([first, Relu(), second, Sigmoid(), third, SoftmaxWithLoss()])
    x, labels = rng.normal(size=(8, 2, 3)), rng.integers(0, 4, 8)
    parameters = [value for layer in (first, second, third) for value in (layer.W, layer.b)]

    variables = [tf.Variable(value) for value in (x, *parameters)]
    image, W1, b1, W2, b2, W3, b3 = variables
    with tf.GradientTape() as tape:
        z = tf.nn.relu(tf.reshape(image, (8, 6)) @ W1 + b1)
        z = tf.sigmoid(z @ W2 + b2)
        loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, z @ W3 + b3)
        loss = tf.reduce_mean(loss)
    expected = [value.numpy() for value in tape.gradient(loss, variables)]

    assert net.forward(x, labels) == pytest.approx(float(loss), rel=1e-12)
    dx = net.backward()
    gradients = [value for layer in (first, second, third) for value in (layer.dW, layer.db)]
    for ours, theirs in zip([dx, *gradients], expected, strict=True):
        assert_allclose(ours, theirs, rtol=1e-10, atol=1e-14)


def test_relu_at_zero_is_tensorflows(tf: Any) -> None:
    x = tf.Variable(np.array([-1.0, 0.0, 1.0]))
    with tf.GradientTape() as tape:
        y = tf.nn.relu(x)
    layer = Relu()
    layer.forward(x.numpy())
    assert_array_equal(layer.backward(np.ones(3)), tape.gradient(y, x).numpy())


@given(seeds, sizes)
def test_two_layers_are_the_network_of_exercise7(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    first, second = affine(rng, 3, 5), affine(rng, 5, 4)
    x, t = rng.normal(size=(n, 3)), np.eye(4)[rng.integers(0, 4, n)]
    params = {"W1": first.W, "b1": first.b, "W2": second.W, "b2": second.b}
    net = Network([first, Sigmoid(), second, SoftmaxWithLoss()])
    assert net.forward(x, t) == pytest.approx(networks.two_layer_loss(params, x, t), rel=1e-12)
    net.backward()
    grads = networks.two_layer_gradient(params, x, t)
    for ours, key in ((first.dW, "W1"), (first.db, "b1"), (second.dW, "W2"), (second.db, "b2")):
        assert_allclose(ours, grads[key], rtol=1e-10, atol=1e-14)


# --- laws ------------------------------------------------------------------------------------


@given(seeds, st.floats(-3.0, 3.0))
def test_backward_is_linear_in_dout(seed: int, a: float) -> None:
    rng = np.random.default_rng(seed)
    net = Network([affine(rng, 3, 5), Relu(), Dropout(0.4, rng), affine(rng, 5, 4), Sigmoid()])
    net.forward(rng.normal(size=(2, 3)))
    d1, d2 = rng.normal(size=(2, 2, 4))
    combined = net.backward(a * d1 + d2)
    assert_allclose(combined, a * net.backward(d1) + net.backward(d2), atol=1e-12)


@given(seeds, st.floats(-3.0, 3.0))
def test_backward_of_the_loss_is_linear_in_dout(seed: int, dout: float) -> None:
    rng = np.random.default_rng(seed)
    layer = SoftmaxWithLoss()
    layer.forward(rng.normal(size=(3, 4)), [0, 3, 1])
    assert_allclose(layer.backward(dout), dout * layer.backward(), rtol=1e-14)


@given(seeds, st.floats(-1e3, 1e3))
def test_the_loss_does_not_see_what_all_scores_share(seed: int, shift: float) -> None:
    rng = np.random.default_rng(seed)
    x, labels = rng.normal(size=(3, 4)), rng.integers(0, 4, 3)
    layer = SoftmaxWithLoss()
    loss = layer.forward(x, labels)
    assert_allclose(np.sum(layer.backward(), axis=1), 0.0, atol=1e-15)
    assert layer.forward(x + shift, labels) == pytest.approx(loss, rel=1e-9)


@given(seeds, sizes)
def test_one_hot_rows_and_labels_say_the_same(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    x, labels = rng.normal(size=(n, 5)), rng.integers(0, 5, n)
    first, second = SoftmaxWithLoss(), SoftmaxWithLoss()
    assert first.forward(x, labels) == second.forward(x, np.eye(5, dtype=np.int64)[labels])
    assert_array_equal(first.backward(), second.backward())


@given(seeds)
def test_a_batch_written_down_twice_has_the_same_gradient(seed: int) -> None:
    rng = np.random.default_rng(seed)
    layer = affine(rng, 3, 4)
    net = Network([layer, SoftmaxWithLoss()])
    x, labels = rng.normal(size=(2, 3)), rng.integers(0, 4, 2)
    loss = net.forward(x, labels)
    net.backward()
    once = layer.dW, layer.db
    assert net.forward(np.tile(x, (2, 1)), np.tile(labels, 2)) == pytest.approx(loss, rel=1e-12)
    net.backward()
    assert_allclose(layer.dW, once[0], atol=1e-14)
    assert_allclose(layer.db, once[1], atol=1e-14)


@given(seeds, st.floats(0.0, 0.9), arrays)
def test_dropout_keeps_or_drops_each_number_for_both_ways(
    seed: int, rate: float, x: Floats
) -> None:
    layer = Dropout(rate, np.random.default_rng(seed))
    y = layer.forward(x, train=True)
    dropped = np.random.default_rng(seed).random(x.shape) < rate
    assert_array_equal(y[dropped], 0.0)
    assert_allclose(y[~dropped] * (1.0 - rate), x[~dropped], rtol=1e-12)
    assert_array_equal(layer.backward(x), y)


@pytest.mark.parametrize("rate", [0.2, 0.5, 0.9])
def test_dropout_keeps_the_mean(rate: float) -> None:
    y = Dropout(rate, np.random.default_rng(91)).forward(np.ones(200_000), train=True)
    assert np.mean(y == 0.0) == pytest.approx(rate, abs=0.005)
    assert np.mean(y) == pytest.approx(1.0, abs=0.05)


@given(seeds, arrays)
def test_dropout_in_use_does_nothing_and_draws_nothing(seed: int, x: Floats) -> None:
    rng = np.random.default_rng(seed)
    layer = Dropout(0.5, rng)
    layer.forward(x, train=True)
    state = rng.bit_generator.state
    assert_array_equal(layer.forward(x, train=False), x)
    assert_array_equal(layer.backward(x), x)
    assert rng.bit_generator.state == state


def test_a_short_step_lowers_the_loss() -> None:
    rng = np.random.default_rng(92)
    layer = affine(rng, 3, 4)
    net = Network([layer, SoftmaxWithLoss()])
    x, labels = rng.normal(size=(6, 3)), rng.integers(0, 4, 6)
    losses = []
    for _ in range(20):
        losses.append(net.forward(x, labels))
        net.backward()
        layer.W, layer.b = layer.W - 0.1 * layer.dW, layer.b - 0.1 * layer.db
    assert np.all(np.diff(np.asarray(losses)) < 0.0)


# --- every kind of input -------------------------------------------------------------------------


def test_huge_scores_have_a_finite_loss() -> None:
    layer = SoftmaxWithLoss()
    x = np.array([[1000.0, -1000.0, 0.0], [-1000.0, -1000.0, -1000.0]])
    assert layer.forward(x, [1, 2]) == pytest.approx((2000.0 + np.log(3.0)) / 2.0, rel=1e-12)
    third = 1.0 / 3.0
    expected = np.array([[1.0, -1.0, 0.0], [third, third, third - 1.0]]) / 2.0
    assert_allclose(layer.backward(), expected, atol=1e-15)


def test_integers_count_as_floats_and_arguments_stay_as_they_are() -> None:
    rng = np.random.default_rng(93)
    x, W, b = rng.integers(-3, 4, (4, 3)), rng.integers(-3, 4, (3, 5)), rng.integers(-3, 4, 5)
    labels, dout = rng.integers(0, 5, 4), rng.normal(size=(4, 5))
    for value in (x, W, b, labels, dout):
        value.flags.writeable = False  # numpy would refuse to write
    whole = Network([Affine(W, b), Relu()])
    floats = Network([Affine(W.astype(float), b.astype(float)), Relu()])
    assert_array_equal(whole.forward(x), floats.forward(x.astype(float)))
    assert_array_equal(whole.backward(dout), floats.backward(dout))
    for layer in (Sigmoid(), Relu()):
        assert layer.forward(x).dtype == np.float64
        assert layer.backward(x).dtype == np.float64
    assert SoftmaxWithLoss().forward(x, labels % 3) > 0.0


def test_each_object_has_its_own_memory() -> None:
    rng = np.random.default_rng(94)
    first, second = affine(rng, 3, 4), affine(rng, 3, 4)
    x, dout = rng.normal(size=(2, 3)), rng.normal(size=(2, 4))
    first.forward(x)
    second.forward(-2.0 * x)
    first.backward(dout)
    assert_allclose(first.dW, x.T @ dout, rtol=1e-12)
    assert_array_equal(second.dW, 0.0)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(layers)
    assert results.attempted > 0
    assert results.failed == 0
