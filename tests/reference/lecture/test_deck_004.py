"""Deck 004: backpropagation by hand, the vanishing gradient, softmax and Iris."""

import importlib
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray

from grader.datasets import load_iris
from reference.activations import relu_grad, sigmoid, sigmoid_grad, softmax
from reference.gradients import numerical_diff, numerical_gradient
from reference.losses import half_squared_error, one_hot
from reference.networks import backward, forward, relative_error
from reference.training import TwoLayerNet
from reference.vanishing import bound, gradient_norms
from tests.reference.lecture.figures import Figure, figure

Floats = NDArray[np.float64]
Params = dict[str, Floats]


# --- backpropagation -------------------------------------------------------------------------


def lecture_network(seed: int) -> tuple[Params, Floats, Floats]:
    """Draw a 2-2-2 network whose biases are the deck's 1, an example and its truth."""
    rng = np.random.default_rng(seed)
    params = {"W1": rng.normal(size=(2, 2)), "W2": rng.normal(size=(2, 2))}
    return params | {"b1": np.ones(2), "b2": np.ones(2)}, rng.normal(size=2), rng.uniform(size=2)


def measured(params: Params, key: str, x: Floats, t: Floats) -> float:
    """Measure the slope of E along the first weight of a layer by the central difference."""

    def error(W: Floats) -> float:
        return half_squared_error(forward({**params, key: W}, x)[1], t)

    return float(numerical_gradient(error, params[key])[0, 0])


@figure("004-01")
def test_partial_derivatives(fig: Figure) -> None:
    x, y = 1.5, -0.5
    slope = numerical_diff(lambda x: x**2 + x * y + 7, x)
    assert slope == pytest.approx(2 * x + y, abs=fig.tolerance)
    slope = numerical_diff(lambda x: (x + y) ** 2, x)
    assert slope == pytest.approx(2 * (x + y), abs=fig.tolerance)


@figure("004-02")
def test_slope_of_the_error(fig: Figure) -> None:
    yo, yt = np.array([0.7, 0.2]), np.array([1.0, 0.0])
    slope = numerical_gradient(lambda y: half_squared_error(y, yt), yo)[0]
    right, printed = yo[0] - yt[0], yo[0] - yo[0]
    assert slope == pytest.approx(right, abs=fig.tolerance)
    assert slope != pytest.approx(printed, abs=0.1)


@figure("004-03")
def test_slope_of_the_sigmoid(fig: Figure) -> None:
    x = np.linspace(-4, 4, 17)
    s, e = sigmoid(x), np.exp(-x)
    assert_allclose(sigmoid_grad(x), s * (1 - s), rtol=0, atol=fig.tolerance)
    assert_allclose(sigmoid_grad(x), -((1 + e) ** -2) * -e, rtol=0, atol=fig.tolerance)
    printed = -((1 + e) ** -2) - e
    assert np.all(np.abs(sigmoid_grad(x) - printed) > 0.1)


@figure("004-04")
@pytest.mark.parametrize("seed", range(5))
def test_rule_of_w31(fig: Figure, seed: int) -> None:
    """The network of the table's numbers is not recorded; the rule holds for any."""
    params, x, t = lecture_network(seed)
    (yh1, yh2), (yo1, _yo2) = forward(params, x)
    (w31, _w32), (w41, _w42) = params["W2"]
    assert yo1 == pytest.approx(sigmoid(w31 * yh1 + w41 * yh2 + 1), rel=1e-12)
    rule = (yo1 - t[0]) * yo1 * (1 - yo1) * yh1
    assert rule == pytest.approx(measured(params, "W2", x, t), abs=fig.tolerance)
    assert rule == pytest.approx(backward(params, x, t)["W2"][0, 0], rel=1e-12)


@figure("004-05")
@pytest.mark.parametrize("seed", range(5))
def test_rule_of_w11(fig: Figure, seed: int) -> None:
    """The network of the table's numbers is not recorded; the rule holds for any."""
    params, x, t = lecture_network(seed)
    (yh1, _yh2), (yo1, yo2) = forward(params, x)
    (w31, w32), _from_the_second_unit = params["W2"]
    e1 = (yo1 - t[0]) * yo1 * (1 - yo1) * w31  # ∂E1/∂yh1
    e2 = (yo2 - t[1]) * yo2 * (1 - yo2) * w32  # ∂E2/∂yh1
    rule = (e1 + e2) * yh1 * (1 - yh1) * x[0]
    assert rule == pytest.approx(measured(params, "W1", x, t), abs=fig.tolerance)
    assert rule == pytest.approx(backward(params, x, t)["W1"][0, 0], rel=1e-12)


@figure("004-04", "004-05")
def test_the_two_ways_agree_in_the_table(fig: Figure) -> None:
    analytic, numerical = fig.computed
    assert analytic == pytest.approx(numerical, abs=fig.tolerance)
    assert relative_error([analytic], [numerical]) < 3e-10


# --- the vanishing gradient ------------------------------------------------------------------


@figure("004-06")
def test_largest_slope_of_the_sigmoid(fig: Figure) -> None:
    slopes = sigmoid_grad(np.linspace(-5, 5, 1001))
    fig.must_be(slopes.max())
    assert slopes.argmax() == 500  # at 0
    assert bound(1) == fig.computed
    assert f"{bound(10):.1e}" == "9.5e-07"


@figure("004-07")
def test_slope_of_the_relu(fig: Figure) -> None:
    for x in (1e-9, 0.5, 1e9):
        fig.must_be(relu_grad(x))
    assert relu_grad(0.0) == 0


@figure("004-08")
@pytest.mark.parametrize(
    ("name", "activation", "variance"),
    [("sigmoid", "sigmoid", 1), ("tanh", "tanh", 1), ("relu_he", "relu", 2)],
)
def test_vanishing_gradient(fig: Figure, name: str, activation: str, variance: float) -> None:
    """The seeds of the table are not recorded, so other networks may be off by a factor of 2."""
    layers, units = fig.inputs["layers"], fig.inputs["units"]
    low, high = fig.computed[name]
    for seed in range(5):
        rng = np.random.default_rng(seed)
        weights = rng.normal(0, np.sqrt(variance / units), (layers, units, units))
        norms = gradient_norms(list(weights), rng.normal(size=(units, units)), activation)
        assert low / 2 < norms[0] / norms[-1] < 2 * high


# --- softmax and classes ---------------------------------------------------------------------


@figure("004-09")
def test_an_output_for_each_letter(fig: Figure) -> None:
    letters = fig.published
    net = TwoLayerNet(3, 4, letters, rng=np.random.default_rng(0))
    fig.must_be(net.predict(np.zeros((1, 3))).shape[1])
    fig.must_be(one_hot([0, letters - 1], letters).shape[1])


@figure("004-10")
def test_softmax(fig: Figure) -> None:
    p = softmax(fig.inputs)
    assert_allclose(p, fig.computed, rtol=0, atol=5e-11)
    assert p[0] == pytest.approx(fig.published["p1"], abs=fig.tolerance)
    assert p.round(2).tolist() == [0.77, *fig.published["rounded"][1:]]
    assert fig.published["rounded"][0] == 0.78


@figure("004-11")
def test_laws_of_the_softmax(fig: Figure) -> None:
    scores = np.random.default_rng(0).normal(size=(50, 7))
    p = softmax(scores)
    assert_array_equal(np.argsort(p, axis=1), np.argsort(scores, axis=1))
    assert_allclose(p.sum(axis=1), 1, rtol=0, atol=fig.tolerance)


# --- Iris ------------------------------------------------------------------------------------


@figure("004-12")
def test_rows_of_iris(fig: Figure) -> None:
    pytest.importorskip("sklearn")
    flowers, species = load_iris()
    assert flowers.shape == (150, 4)
    assert len(np.unique(species)) == 3
    fig.must_be(flowers[[0, 2]])
    assert np.count_nonzero(flowers[[0, 2]] != fig.published) == 2


@figure("004-13")
def test_labels_and_one_hot(fig: Figure, tf: Any) -> None:
    preprocessing: Any = pytest.importorskip("sklearn.preprocessing")
    labels = preprocessing.LabelEncoder().fit_transform(["setosa", "versicolor", "virginica"])
    encoded = tf.keras.utils.to_categorical([1, 2, 3])
    assert [labels.tolist(), list(encoded.shape)] == fig.computed != fig.published
    assert not encoded[:, 0].any()
    assert_array_equal(encoded, one_hot([1, 2, 3], 4))
    assert_array_equal(one_hot(labels, 3), np.eye(3))


@figure("004-14")
def test_imports_that_are_gone(fig: Figure, tf: Any) -> None:
    no_module, no_name, no_dtype = fig.computed
    with pytest.raises(ImportError) as raised:
        importlib.import_module("keras.layers.core")
    assert raised.typename == no_module
    with pytest.raises(ImportError) as raised:
        exec("from keras.utils import np_utils")
    assert raised.typename == no_name

    flowers = np.array([[5.1, 3.5, 1.4, 0.2, "setosa"]], dtype=object)[:, 0:4]
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(3, "softmax")])
    model.compile("sgd", "mse")
    with pytest.raises(ValueError, match="object") as bad:
        model.fit(flowers, np.eye(3)[:1], verbose=0)
    assert bad.typename == no_dtype
    model.fit(flowers.astype(float), np.eye(3)[:1], verbose=0)


@figure("004-15")
def test_size_of_the_iris_network(fig: Figure, tf: Any) -> None:
    """No accuracy is printed that could be compared; the parameters can be counted."""
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [tf.keras.Input((4,)), layers.Dense(16, "relu"), layers.Dense(3, "softmax")]
    )
    assert model.count_params() == fig.computed == (4 + 1) * 16 + (16 + 1) * 3
