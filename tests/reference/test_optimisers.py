"""The oracle of exercise11 against scikit-learn, Keras, closed forms and laws."""

import doctest
import warnings
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from sklearn.neural_network import _stochastic_optimizers as stochastic
from sklearn.utils import gen_batches

from reference import optimisers
from reference.optimisers import SGD, AdaGrad, Adam, Momentum, Optimiser, RMSprop, minibatches

Floats = NDArray[np.float64]
Params = dict[str, Floats]

SHAPES: dict[str, tuple[int, ...]] = {"W": (3, 4), "b": (4,), "kernel": (2, 3, 2)}
MAKERS: dict[str, Callable[[float], Optimiser]] = {
    "SGD": SGD,
    "Momentum": Momentum,
    "AdaGrad": AdaGrad,
    "RMSprop": RMSprop,
    "Adam": Adam,
}

makers = st.sampled_from(sorted(MAKERS))
seeds = st.integers(0, 2**32 - 1)


def draw(rng: np.random.Generator) -> Params:
    return {key: rng.standard_normal(shape) for key, shape in SHAPES.items()}


def copied(params: Params) -> Params:
    return {key: value.copy() for key, value in params.items()}


def positions(optimiser: Optimiser, grads: Floats, start: float = 0.0) -> Floats:
    """Return where one parameter stands after each of the gradients."""
    params = {"w": np.array([start])}
    path = []
    for g in grads:
        optimiser.update(params, {"w": np.array([g])})
        path.append(params["w"][0])
    return np.array(path)


# --- independent implementations ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["Momentum", "Adam"])
def test_agrees_with_scikit_learn(name: str) -> None:
    rng = np.random.default_rng(5)
    params = draw(rng)
    theirs = list(copied(params).values())
    other = (
        stochastic.SGDOptimizer(theirs, 0.03, momentum=0.7, nesterov=False)
        if name == "Momentum"
        else stochastic.AdamOptimizer(theirs, 0.03, beta_1=0.8, beta_2=0.95, epsilon=1e-3)
    )
    own: Optimiser = (
        Momentum(0.03, momentum=0.7)
        if name == "Momentum"
        else Adam(0.03, beta1=0.8, beta2=0.95, eps=1e-3)
    )
    for _ in range(60):
        grads = draw(rng)
        own.update(params, grads)
        other.update_params(theirs, list(grads.values()))
    for mine, wanted in zip(params.values(), theirs, strict=True):
        assert_allclose(mine, wanted, rtol=1e-12, atol=1e-14)


def test_agrees_with_keras() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        tf = pytest.importorskip("tensorflow")
    keras = tf.keras.optimizers
    pairs: list[tuple[Optimiser, object]] = [
        (SGD(0.05), keras.SGD(0.05)),
        (Momentum(0.05, 0.8), keras.SGD(0.05, momentum=0.8)),
        # Keras starts its sum of squares at 0.1, and adds epsilon under the root.
        (AdaGrad(0.05, eps=0.0), keras.Adagrad(0.05, initial_accumulator_value=0.0, epsilon=0.0)),
        (RMSprop(0.05, 0.8, eps=0.0), keras.RMSprop(0.05, rho=0.8, epsilon=0.0)),
        (Adam(0.05, 0.8, 0.95, eps=1e-2), keras.Adam(0.05, 0.8, 0.95, epsilon=1e-2)),
    ]
    for own, other in pairs:
        rng = np.random.default_rng(6)
        params = draw(rng)
        variables = [tf.Variable(value, dtype=tf.float32) for value in params.values()]
        for _ in range(20):
            grads = draw(rng)
            own.update(params, grads)
            tensors = [tf.constant(g, dtype=tf.float32) for g in grads.values()]
            other.apply_gradients(zip(tensors, variables, strict=True))  # type: ignore[attr-defined]
        for mine, variable in zip(params.values(), variables, strict=True):
            assert_allclose(mine, variable.numpy(), rtol=2e-5, atol=2e-6)


def test_sizes_of_batches_agree_with_scikit_learn() -> None:
    for n in range(1, 14):
        for batch_size in range(1, 16):
            wanted = [part.stop - part.start for part in gen_batches(n, batch_size)]
            found = minibatches(n, batch_size, np.random.default_rng(n))
            assert [len(batch) for batch in found] == wanted


# --- closed forms ------------------------------------------------------------------------------


def test_steps_under_a_constant_gradient() -> None:
    t = np.arange(1, 31)
    ones = np.ones(30)
    expected = {
        "SGD": 0.1 * ones,
        "Momentum": 0.1 * (1 - 0.9**t) / (1 - 0.9),
        "AdaGrad": 0.1 / np.sqrt(t),
        "RMSprop": 0.1 / np.sqrt(1 - 0.9**t),
        "Adam": 0.1 * ones,
    }
    for name, steps in expected.items():
        path = positions(MAKERS[name](0.1), ones)
        assert_allclose(path, -np.cumsum(steps), rtol=1e-4, err_msg=name)


def test_momentum_is_a_weighted_sum_of_all_gradients() -> None:
    rng = np.random.default_rng(7)
    grads, rates = rng.standard_normal(12), rng.uniform(0.0, 1.0, 12)
    optimiser, params, path = Momentum(1.0, momentum=0.6), {"w": np.array([0.0])}, []
    for g, lr in zip(grads, rates, strict=True):
        optimiser.lr = lr
        optimiser.update(params, {"w": np.array([g])})
        path.append(params["w"][0])
    t = np.arange(12)
    weights = np.where(t[:, None] >= t, 0.6 ** np.maximum(t[:, None] - t, 0), 0.0)
    assert_allclose(path, -np.cumsum(weights @ (rates * grads)), rtol=1e-12)


def test_sums_and_means_of_squares() -> None:
    rng = np.random.default_rng(8)
    grads = rng.standard_normal(12)
    t = np.arange(12)

    def means(rho: float, values: Floats) -> Floats:
        weights = np.where(t[:, None] >= t, rho ** np.maximum(t[:, None] - t, 0), 0.0)
        mean: Floats = (1 - rho) * weights @ values
        return mean

    ada = 0.2 * grads / (np.sqrt(np.cumsum(grads**2)) + 0.3)
    assert_allclose(positions(AdaGrad(0.2, eps=0.3), grads), -np.cumsum(ada), rtol=1e-12)
    rms = 0.2 * grads / (np.sqrt(means(0.7, grads**2)) + 0.3)
    assert_allclose(positions(RMSprop(0.2, 0.7, eps=0.3), grads), -np.cumsum(rms), rtol=1e-12)
    # Adam as algorithm 1 of the paper has it, with an epsilon that is 0.
    m = means(0.7, grads) / (1 - 0.7 ** (t + 1))
    v = means(0.9, grads**2) / (1 - 0.9 ** (t + 1))
    adam = positions(Adam(0.2, 0.7, 0.9, eps=0.0), grads)
    assert_allclose(adam, -np.cumsum(0.2 * m / np.sqrt(v)), rtol=1e-12)


def test_special_cases_are_each_other() -> None:
    rng = np.random.default_rng(9)
    grads = rng.standard_normal(10)
    plain = positions(SGD(0.1), grads)
    assert_allclose(positions(Momentum(0.1, momentum=0.0), grads), plain, rtol=1e-14)
    # Without memory of squares only the sign is left; Adam without momentum is RMSprop, corrected.
    signs = -0.1 * np.cumsum(np.sign(grads))
    assert_allclose(positions(RMSprop(0.1, rho=0.0, eps=0.0), grads), signs, rtol=1e-12)
    assert_allclose(positions(Adam(0.1, 0.0, 0.0, eps=0.0), grads), signs, rtol=1e-12)
    rms = np.diff(positions(RMSprop(0.1, rho=0.8, eps=0.0), grads), prepend=0.0)
    adam = np.diff(positions(Adam(0.1, 0.0, 0.8, eps=0.0), grads), prepend=0.0)
    assert_allclose(adam, rms * np.sqrt(1 - 0.8 ** np.arange(1, 11)), rtol=1e-9)


# --- laws --------------------------------------------------------------------------------------


@given(makers, seeds)
def test_changes_the_arrays_and_not_the_gradients(name: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    params, optimiser = draw(rng), MAKERS[name](0.1)
    arrays = dict(params)
    for _ in range(3):
        grads, before = draw(rng), copied(params)
        given_grads = copied(grads)
        optimiser.update(params, grads)
        for key, array in arrays.items():
            assert params[key] is array
            assert not np.array_equal(array, before[key])
            assert_array_equal(grads[key], given_grads[key])


@given(makers, seeds)
def test_every_entry_goes_its_own_way(name: str, seed: int) -> None:
    """Whether the entries stand in one array or in many makes no difference."""
    rng = np.random.default_rng(seed)
    together = {"w": rng.standard_normal(4)}
    apart = {f"w{i}": together["w"][i : i + 1].copy() for i in range(4)}
    one, many = MAKERS[name](0.1), MAKERS[name](0.1)
    for _ in range(4):
        g = rng.standard_normal(4)
        one.update(together, {"w": g})
        many.update(apart, {f"w{i}": g[i : i + 1] for i in reversed(range(4))})
    assert_array_equal(together["w"], np.concatenate(list(apart.values())))


@given(makers, seeds)
def test_without_a_learning_rate_nothing_moves(name: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    params, optimiser = draw(rng), MAKERS[name](0.0)
    before = copied(params)
    for _ in range(3):
        optimiser.update(params, draw(rng))
    assert_array_equal(params["W"], before["W"])


@given(st.sampled_from(["AdaGrad", "RMSprop", "Adam"]), seeds, st.floats(1e-2, 1e6))
def test_the_unit_of_the_loss_does_not_matter(name: str, seed: int, unit: float) -> None:
    grads = np.random.default_rng(seed).choice([-1.0, 1.0], 6) * np.linspace(1.0, 2.0, 6)
    path = positions(MAKERS[name](0.1), grads)
    assert_allclose(positions(MAKERS[name](0.1), unit * grads), path, rtol=1e-3, atol=1e-3)


@given(seeds, st.integers(1, 40), st.integers(1, 50))
def test_an_epoch_has_every_row_once(seed: int, n: int, batch_size: int) -> None:
    batches = minibatches(n, batch_size, np.random.default_rng(seed))
    assert all(batch.dtype == np.int64 for batch in batches)
    assert {len(batch) for batch in batches[:-1]} <= {batch_size}
    assert 1 <= len(batches[-1]) <= batch_size
    assert_array_equal(np.sort(np.concatenate(batches)), np.arange(n))


def test_every_row_is_equally_likely_at_every_place() -> None:
    rng = np.random.default_rng(10)
    counts = np.zeros((4, 4))
    for _ in range(2000):
        counts[np.arange(4), np.concatenate(minibatches(4, 3, rng))] += 1
    assert np.all(np.abs(counts - 500) < 100)  # five standard deviations


def test_docstrings_are_right() -> None:
    results = doctest.testmod(optimisers)
    assert results.attempted > 10
    assert results.failed == 0
