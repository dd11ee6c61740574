"""Deck 003: Keras on MNIST, activations and optimisers."""

import warnings
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from numpy.typing import NDArray

from reference.activations import leaky_relu, relu, sigmoid, softmax, step, tanh
from reference.gradients import gradient_descent
from reference.optimisers import AdaGrad, Adam, Momentum, Optimiser, RMSprop, minibatches
from tests.reference.lecture.conftest import Digits
from tests.reference.lecture.figures import FIGURES, Figure, figure

Floats = NDArray[np.float64]

GRID = np.arange(-6.0, 6.0, 0.1)


# --- Keras -----------------------------------------------------------------------------------


def sigmoid_model(tf: Any) -> Any:
    layers = tf.keras.layers
    hidden = [layers.Dense(128, "sigmoid") for _ in range(3)]
    return tf.keras.Sequential([tf.keras.Input((784,)), *hidden, layers.Dense(10, "sigmoid")])


def relu_model(tf: Any) -> Any:
    layers = tf.keras.layers
    hidden = [layers.Dense(128, "relu") for _ in range(5)]
    return tf.keras.Sequential([tf.keras.Input((784,)), *hidden, layers.Dense(10, "softmax")])


def quickstart_model(tf: Any) -> Any:
    layers = tf.keras.layers
    parts = [layers.Dense(128, "relu"), layers.Dropout(0.2), layers.Dense(10, "softmax")]
    return tf.keras.Sequential([tf.keras.Input((28, 28)), layers.Flatten(), *parts])


def train(tf: Any, make: Callable[[Any], Any], optimiser: Any, x: Any, t: Any) -> tuple[Any, float]:
    """Train for one epoch in batches of 32; return the model and its training accuracy."""
    tf.keras.utils.set_random_seed(0)
    model = make(tf)
    model.compile(optimiser, "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(x, t, batch_size=32, epochs=1, verbose=0)
    return model, float(history.history["accuracy"][0])


def accuracy(model: Any, x: Any, t: Any) -> float:
    return float(np.mean(model(x).numpy().argmax(axis=1) == t))


@figure("003-01")
def test_shapes_of_mnist(fig: Figure, mnist: Digits) -> None:
    fig.must_be([mnist.x_train.shape, mnist.x_test.shape])


@figure("003-02", "003-03")
def test_parameters(fig: Figure, tf: Any) -> None:
    make = {"003-02": sigmoid_model, "003-03": relu_model}[fig.id]
    model = make(tf)
    fig.must_be([*(layer.count_params() for layer in model.layers), model.count_params()])
    sizes = [784, *[128] * (len(model.layers) - 1), 10]
    formula = [(n + 1) * m for n, m in pairwise(sizes)]
    fig.must_be([*formula, sum(formula)])


@figure("003-04")
def test_sigmoids_lack_normalisation(fig: Figure, mnist: Digits, tf: Any) -> None:
    """With pixels from 0 to 1 two epochs are enough to pass the slide's .83.

    All ten epochs take minutes. Their end is only read from the table: near the slide for pixels
    from 0 to 255, and far above it for the others.
    """
    published = fig.published["acc"]
    raw, scaled = ([run["acc"] for run in fig.computed[key]] for key in ("raw", "scaled"))
    assert_allclose(raw, published, rtol=0, atol=fig.tolerance)
    assert min(scaled) > published + 0.1 > max(raw) + 0.1

    sgd = tf.keras.optimizers.SGD(0.1)
    model, _accuracy = train(tf, sigmoid_model, sgd, mnist.x_train, mnist.t_train)
    model.fit(mnist.x_train, mnist.t_train, batch_size=32, epochs=1, verbose=0)
    assert accuracy(model, mnist.x_test, mnist.t_test) > published


@figure("003-05")
def test_relu_needs_large_pixels_at_this_rate(fig: Figure, mnist: Digits, tf: Any) -> None:
    """16,000 rows tell the two scales apart; the end of ten epochs is read from the table."""
    raw, scaled = ([run["acc"] for run in fig.computed[key]] for key in ("raw", "scaled"))
    assert_allclose(raw, fig.published["acc"], rtol=0, atol=fig.tolerance)
    assert max(scaled) < fig.published["acc"] - fig.tolerance
    # The order of the two slides turns round with the pixels divided by 255.
    others = FIGURES["003-04"].computed
    assert min(raw) > max(run["acc"] for run in others["raw"])
    assert max(scaled) < min(run["acc"] for run in others["scaled"])

    found = []
    for scale in (255, 1):
        x, t = scale * mnist.x_train[:16000], mnist.t_train[:16000]
        model, _accuracy = train(tf, relu_model, tf.keras.optimizers.SGD(0.001), x, t)
        found.append(accuracy(model, scale * mnist.x_test, mnist.t_test))
    assert found[0] > 0.7
    assert found[1] < 0.5


@figure("003-06")
def test_quickstart(fig: Figure, mnist: Digits, tf: Any) -> None:
    """The first of five epochs is trained here; the others are read from the table."""
    for run in fig.computed["runs"]:
        assert run["acc"] == pytest.approx(fig.published["test"], abs=fig.tolerance)
        assert run["loss"] == pytest.approx(fig.published["loss"], abs=0.005)
    computed, published = fig.computed["train_seed0"], fig.published["train"]
    assert_allclose(computed, published, rtol=0, atol=fig.tolerance)

    images = mnist.x_train.reshape(-1, 28, 28)
    _model, first = train(tf, quickstart_model, "adam", images, mnist.t_train)
    assert first == pytest.approx(published[0], abs=fig.tolerance)


# --- activations -----------------------------------------------------------------------------


@figure("003-07")
def test_numpy_has_no_int(fig: Figure) -> None:
    with pytest.raises(AttributeError) as raised:
        getattr(np, fig.published)
    assert raised.typename == fig.computed
    assert step([-1.0, 0.0, 1.0]).dtype == np.int64


@figure("003-08")
def test_grid(fig: Figure) -> None:
    assert len(GRID) == fig.computed["points"]
    assert GRID[0] == fig.published[0]
    assert GRID[-1] == pytest.approx(fig.computed["last"], abs=fig.tolerance)
    assert GRID[-1] < fig.published[1] - 0.05  # arange leaves its end out
    assert GRID[60] == pytest.approx(fig.computed["middle"], abs=1e-15)
    assert step(GRID)[60:62].tolist() == [0, 1]


@figure("003-09")
def test_leaky_relu_as_a_maximum(fig: Figure) -> None:
    for a in (*fig.published, fig.computed):
        assert_allclose(leaky_relu(GRID, a), np.maximum(a * GRID, GRID), rtol=1e-12)
    beyond = 2 * fig.computed
    assert not np.allclose(leaky_relu(GRID, beyond), np.maximum(beyond * GRID, GRID))
    curves = [leaky_relu(GRID, a) for a in fig.published]
    assert not np.allclose(curves[0], curves[1])
    assert not np.allclose(curves[1], curves[2])


@figure("003-10")
def test_softmax_of_the_grid(fig: Figure) -> None:
    p = softmax(GRID)
    fig.must_be([p.sum(), p[-1]])
    assert p.argmax() == len(GRID) - 1


@figure("003-11")
def test_table_of_activations(fig: Figure) -> None:
    e, inverse = np.exp(GRID), np.exp(-GRID)
    for found, formula in (
        (sigmoid(GRID), 1 / (1 + inverse)),
        (relu(GRID), np.maximum(0, GRID)),
        (leaky_relu(GRID, 0.01), np.maximum(0.01 * GRID, GRID)),
        (tanh(GRID), (e - inverse) / (e + inverse)),
    ):
        assert_allclose(found, formula, rtol=0, atol=fig.tolerance)
    with np.errstate(over="ignore", invalid="ignore"):
        large, inverse_of_it = np.exp(711.0), np.exp(-711.0)
        assert np.isnan((large - inverse_of_it) / (large + inverse_of_it))
    assert tanh(711.0) == 1


# --- optimisers ------------------------------------------------------------------------------


@figure("003-12")
def test_iterations_of_an_epoch(fig: Figure) -> None:
    batches = minibatches(fig.inputs["rows"], fig.inputs["batch"], np.random.default_rng(0))
    fig.must_be(len(batches))


@figure("003-13")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("SGD", {"lr": 0.1}),
        ("Adagrad", {"lr": 0.1, "epsilon": 1e-6}),
        ("RMSprop", {"lr": 0.1, "rho": 0.9}),
        ("Adam", {"lr": 0.1, "epsilon": None, "decay": 0.0}),
    ],
)
def test_old_arguments_of_keras(
    fig: Figure, tf: Any, name: str, arguments: dict[str, float | None]
) -> None:
    optimiser = getattr(tf.keras.optimizers, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about decay
        with pytest.raises(ValueError, match="lr") as raised:
            optimiser(**arguments)
    assert raised.typename == fig.computed
    assert float(optimiser(learning_rate=0.1).learning_rate) == pytest.approx(0.1)


@figure("003-14")
def test_descent_may_end_in_the_wrong_valley(fig: Figure) -> None:
    """x⁴/4 - x²/2 + x/10 has two valleys; the whole batch and momentum both stay in the higher."""
    del fig

    def f(x: float) -> float:
        return x**4 / 4 - x**2 / 2 + x / 10

    def slope(x: Floats) -> Floats:
        return x**3 - x + 0.1

    (plain,), _path = gradient_descent(slope, [1.5], 0.1, 500)
    (lower,), _path = gradient_descent(slope, [-1.5], 0.1, 500)
    params, optimiser = {"x": np.array([1.5])}, Momentum(0.01)
    for _ in range(2000):
        optimiser.update(params, {"x": slope(params["x"])})
    assert params["x"][0] == pytest.approx(plain, abs=1e-6)
    assert f(plain) > f(lower) + 0.1


@figure("003-15")
def test_steps_at_a_constant_gradient(fig: Figure) -> None:
    lr, gradient = fig.inputs["lr"], fig.inputs["gradient"]
    optimisers: dict[str, Optimiser] = {
        "momentum": Momentum(lr, 0.9),
        "adagrad": AdaGrad(lr),
        "rmsprop": RMSprop(lr, 0.9),
        "adam": Adam(lr, 0.9, 0.999),
    }
    for name, expected in fig.computed.items():
        params, places = {"w": np.zeros(1)}, [0.0]
        for _ in expected:
            optimisers[name].update(params, {"w": [gradient]})
            places.append(float(params["w"][0]))
        assert_allclose(-np.diff(places), expected, rtol=0, atol=fig.tolerance)
