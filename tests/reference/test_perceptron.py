"""The oracle of exercise4 against scikit-learn, TensorFlow, linear programming and laws."""

import doctest
import warnings
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
import scipy.optimize
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray

from reference import perceptron as module
from reference.activations import sigmoid, step, tanh
from reference.perceptron import AND, NAND, OR, XOR, perceptron, two_layer

Floats = NDArray[np.float64]
Gate = Callable[[int, int], int]

ROWS = [(0, 0), (0, 1), (1, 0), (1, 1)]
X = np.array(ROWS, dtype=np.float64)

# The network of deck 000: hidden units NAND and OR, output AND.
W1 = np.array([[-2.0, 2.0], [-2.0, 2.0]])
B1 = np.array([3.0, -1.0])
W2 = np.array([1.0, 1.0])
B2 = -1.0

seeds = st.integers(0, 2**32 - 1)
bits = st.integers(0, 1)
# Halves of small integers: sums carry no rounding error, and many of them are exactly 0.
halves = st.integers(-6, 6).map(lambda k: k / 2)
vectors = hnp.arrays(np.float64, 3, elements=halves)


def floating_step(a: Floats) -> Floats:
    return step(a).astype(np.float64)


def identity(a: Floats) -> Floats:
    return a


def network(seed: int, n: int, inputs: int, hidden: int) -> tuple[Floats, ...]:
    rng = np.random.default_rng(seed)
    shapes: list[tuple[int, ...]] = [(n, inputs), (inputs, hidden), (hidden,), (hidden,), ()]
    return tuple(np.asarray(rng.normal(size=shape)) for shape in shapes)


# --- independent implementations -----------------------------------------------------------


def test_the_perceptron_is_scikit_learns() -> None:
    linear_model = pytest.importorskip("sklearn.linear_model")
    rng = np.random.default_rng(40)
    x = rng.normal(size=(60, 3))
    y = (x @ [1.0, -2.0, 0.5] + 0.3 > rng.normal(size=60)).astype(int)

    model = linear_model.Perceptron(random_state=0).fit(x, y)

    ours = [perceptron(row, model.coef_[0], float(model.intercept_[0])) for row in x]
    assert_array_equal(ours, model.predict(x))
    assert 0 < sum(ours) < 60


def test_two_sigmoid_layers_are_scikit_learns_network() -> None:
    neural_network = pytest.importorskip("sklearn.neural_network")
    rng = np.random.default_rng(41)
    x, y = rng.normal(size=(20, 3)), rng.integers(0, 2, 20)
    model = neural_network.MLPClassifier((4,), activation="logistic", max_iter=3, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # three iterations do not converge, nor need they
        model.fit(x, y)

    (w1, w2), (b1, b2) = model.coefs_, model.intercepts_
    ours = two_layer(x, w1, b1, w2[:, 0], float(b2[0]), sigmoid)
    assert_allclose(ours, model.predict_proba(x)[:, 1], rtol=1e-12)


def test_two_layers_are_two_keras_dense_layers() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        tf = pytest.importorskip("tensorflow")
    x, w1, b1, w2, b2 = network(42, 6, 3, 5)

    model = tf.keras.Sequential(
        [tf.keras.layers.Dense(size, "tanh", dtype="float64") for size in (5, 1)]
    )
    model.build(x.shape)
    model.set_weights([w1, b1, w2[:, np.newaxis], b2.reshape(1)])

    assert_allclose(two_layer(x, w1, b1, w2, float(b2), tanh), model(x)[:, 0], rtol=1e-12)


def line_exists(outputs: tuple[int, ...]) -> bool:
    """Ask a linear programme for w, b with a sum of at least 1 in the ones, at most 0 elsewhere."""
    fires = np.array(outputs, dtype=bool)
    rows = np.column_stack([X, np.ones(4)])
    signed: Any = np.where(fires[:, np.newaxis], -rows, rows)
    result = scipy.optimize.linprog(
        np.zeros(3), A_ub=signed, b_ub=np.where(fires, -1.0, 0.0), bounds=(None, None)
    )
    return bool(result.status == 0)  # 2 means that no such line exists


def test_one_perceptron_can_be_every_gate_but_xor_and_its_opposite() -> None:
    impossible = [y for y in product((0, 1), repeat=4) if not line_exists(y)]
    assert impossible == [(0, 1, 1, 0), (1, 0, 0, 1)]


@pytest.mark.parametrize(
    ("gate", "truth"),
    [
        (AND, np.logical_and),
        (NAND, lambda a, b: np.logical_not(np.logical_and(a, b))),
        (OR, np.logical_or),
        (XOR, np.logical_xor),
    ],
)
def test_the_gates_are_numpys_logic(gate: Gate, truth: Callable[[int, int], bool]) -> None:
    for x1, x2 in ROWS:
        assert gate(x1, x2) == truth(x1, x2)
        assert type(gate(x1, x2)) is int


# --- laws ------------------------------------------------------------------------------------


@given(vectors, vectors, halves)
def test_the_perceptron_is_the_heaviside_function_of_the_sum(
    x: Floats, w: Floats, b: float
) -> None:
    assert perceptron(x, w, b) == np.heaviside(sum(x * w) + b, 0.0)


@given(vectors, vectors, halves)
def test_the_bias_is_the_weight_of_an_input_that_is_always_1(
    x: Floats, w: Floats, b: float
) -> None:
    assert perceptron(x, w, b) == perceptron([*x, 1.0], [*w, b], 0.0)


@given(vectors, vectors, halves, st.sampled_from([0.5, 2.0, 8.0]))
def test_larger_weights_do_not_move_the_border(x: Floats, w: Floats, b: float, c: float) -> None:
    assert perceptron(x, c * w, c * b) == perceptron(x, w, b)


@given(vectors, vectors, halves)
def test_the_opposite_weights_fire_on_the_other_side(x: Floats, w: Floats, b: float) -> None:
    on_the_border = float(x @ w) + b == 0
    assert perceptron(x, w, b) + perceptron(x, -w, -b) == (0 if on_the_border else 1)


@given(vectors, vectors)
def test_on_the_border_it_does_not_fire(x: Floats, w: Floats) -> None:
    b = -float(x @ w)
    assert perceptron(x, w, b) == 0
    assert perceptron(x, w, b + 0.25) == 1


@given(bits, bits)
def test_de_morgan(x1: int, x2: int) -> None:
    assert NAND(x1, x2) == 1 - AND(x1, x2)
    assert OR(x1, x2) == NAND(NAND(x1, x1), NAND(x2, x2))


@given(bits, bits, bits)
def test_xor_adds_without_carry(x1: int, x2: int, x3: int) -> None:
    assert XOR(XOR(x1, x2), x3) == (x1 + x2 + x3) % 2


@given(seeds, st.integers(1, 5), st.integers(1, 5), st.floats(-3.0, 3.0))
def test_linear_layers_collapse_into_one(seed: int, inputs: int, hidden: int, c: float) -> None:
    x, w1, b1, w2, b2 = network(seed, 4, inputs, hidden)
    one_layer = c**2 * (x @ (w1 @ w2) + b1 @ w2) + c * b2
    ours = two_layer(x, w1, b1, w2, float(b2), lambda a: c * a)
    assert_allclose(ours, one_layer, rtol=1e-9, atol=1e-12)


@given(seeds)
def test_step_layers_are_perceptrons_fed_by_perceptrons(seed: int) -> None:
    x, w1, b1, w2, b2 = network(seed, 5, 3, 4)
    for row, y in zip(x, two_layer(x, w1, b1, w2, float(b2), floating_step), strict=True):
        hidden = [perceptron(row, w, float(b)) for w, b in zip(w1.T, b1, strict=True)]
        assert y == perceptron(hidden, w2, float(b2))


@given(seeds)
def test_hidden_units_may_change_places(seed: int) -> None:
    x, w1, b1, w2, b2 = network(seed, 4, 3, 5)
    order = np.random.default_rng(seed).permutation(5)
    shuffled = two_layer(x, w1[:, order], b1[order], w2[order], float(b2), tanh)
    assert_allclose(shuffled, two_layer(x, w1, b1, w2, float(b2), tanh), rtol=1e-9, atol=1e-12)


# --- every kind of input -----------------------------------------------------------------------


@pytest.mark.parametrize(("n", "inputs", "hidden"), [(1, 2, 2), (4, 1, 3), (3, 5, 1), (0, 2, 2)])
def test_two_layer_gives_one_number_a_row(n: int, inputs: int, hidden: int) -> None:
    x, w1, b1, w2, b2 = network(0, n, inputs, hidden)
    y = two_layer(x, w1, b1, w2, float(b2), tanh)
    assert y.shape == (n,)
    assert y.dtype == np.float64


def test_integers_count_as_floats() -> None:
    assert perceptron([1, 2], [0.25, 0.25], b=-0.5) == 1
    assert perceptron(np.array([3]), np.array([2]), b=-6) == 0
    y = two_layer([[1, 2]], [[3], [-1]], [1], [2], -3, sigmoid)
    assert_allclose(y, [sigmoid(2 * sigmoid(2) - 3)], rtol=1e-12)


def test_the_arguments_are_left_alone() -> None:
    arrays = network(1, 3, 3, 3)[:4]
    before = [array.copy() for array in arrays]
    for array in arrays:
        array.setflags(write=False)
    x, w1, b1, w2 = arrays
    perceptron(x[0], w2, 0.5)
    y = two_layer(x, w1, b1, w2, 0.5, identity)
    for array, copy in zip(arrays, before, strict=True):
        assert_array_equal(array, copy)
        assert not np.shares_memory(y, array)


# --- the lecture ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("w", "b", "gate"), [((-2, -2), 3, NAND), ((2, 2), -1, OR), ((1, 1), -1, AND)]
)
def test_deck_000_weights_of_the_gates(w: tuple[int, int], b: int, gate: Gate) -> None:
    for row in ROWS:
        assert perceptron(row, w, b) == gate(*row)


def test_deck_000_steeper_weights_and_a_border_between_the_rows_mend_the_sigmoids() -> None:
    steep = two_layer(X, 10 * W1, 10 * B1, 10 * W2, 10 * B2, sigmoid)
    assert_allclose(steep, [0.5001, 1.0, 1.0, 0.5001], rtol=0, atol=1e-4)  # not yet
    mended = two_layer(X, 10 * W1, 10 * B1, 10 * W2, -15.0, sigmoid)
    assert_allclose(mended, [0.0067, 0.9933, 0.9933, 0.0067], rtol=0, atol=1e-4)


def test_the_examples_in_the_docstrings_are_true() -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0
