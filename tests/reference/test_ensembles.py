"""The ensembles of exercise13 against scikit-learn, SciPy, closed forms and their laws."""

import doctest
import warnings
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from scipy import stats

from reference import ensembles
from reference.ensembles import boost_weights, bootstrap, majority_vote, out_of_fold

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

seeds = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def sk() -> Any:
    """The parts of scikit-learn used here, imported where they are needed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        pytest.importorskip("sklearn")
        from sklearn import ensemble, linear_model, model_selection  # noqa: PLC0415
    return SimpleNamespace(
        ensemble=ensemble, linear_model=linear_model, model_selection=model_selection
    )


@given(st.integers(1, 50), seeds)
def test_a_bootstrap_sample_is_repeatable_and_of_rows(n: int, seed: int) -> None:
    sample = bootstrap(n, np.random.default_rng(seed))
    assert sample.shape == (n,)
    assert sample.dtype == np.int64
    assert set(sample.tolist()) <= set(range(n))
    assert_array_equal(sample, bootstrap(n, np.random.default_rng(seed)))


def test_a_bootstrap_sample_has_632_of_1000_rows() -> None:
    sample = bootstrap(100_000, np.random.default_rng(132))
    assert len(np.unique(sample)) / 100_000 == pytest.approx(1 - np.exp(-1), abs=0.006)
    repeats = np.bincount(np.bincount(sample, minlength=100_000))
    expected = 100_000 * stats.poisson.pmf(np.arange(4), 1.0)
    assert_allclose(repeats[:4], expected, rtol=0.05)


@given(
    hnp.arrays(
        np.int64, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.integers(-2, 2)
    )
)
def test_the_vote_is_scipys_mode(votes: Integers) -> None:
    assert_array_equal(majority_vote(votes), stats.mode(votes, axis=0).mode)


@given(seeds)
def test_boosting_makes_the_last_model_a_coin(seed: int) -> None:
    rng = np.random.default_rng(seed)
    weights = rng.uniform(0.1, 1.0, 7)
    weights /= weights.sum()
    wrong = rng.permutation(np.arange(7) < rng.integers(1, 7))
    alpha, new = boost_weights(weights, wrong)
    assert new.sum() == pytest.approx(1.0)
    assert new[wrong].sum() == pytest.approx(0.5)
    error = weights[wrong].sum()
    assert np.exp(2 * alpha) == pytest.approx((1 - error) / error)
    factor = weights * np.exp(np.where(wrong, alpha, -alpha))
    assert_allclose(new, factor / factor.sum(), rtol=1e-12)


def test_alpha_is_half_of_scikit_learns_estimator_weight(sk: Any) -> None:
    rng = np.random.default_rng(133)
    X = rng.standard_normal((60, 2))
    y = (X.sum(axis=1) > 0).astype(int)
    boosted = sk.ensemble.AdaBoostClassifier(n_estimators=2, random_state=0).fit(X, y)
    first, second = boosted.estimators_
    alpha, weights = boost_weights(np.full(60, 1 / 60), first.predict(X) != y)
    assert alpha == pytest.approx(boosted.estimator_weights_[0] / 2)
    assert weights[second.predict(X) != y].sum() == pytest.approx(boosted.estimator_errors_[1])


@pytest.mark.parametrize(("n", "k"), [(10, 5), (11, 4), (7, 7), (29, 3)])
def test_out_of_fold_is_scikit_learns_cross_val_predict(sk: Any, n: int, k: int) -> None:
    rng = np.random.default_rng(134)
    X, y = rng.standard_normal((n, 2)), rng.integers(0, 9, n)
    line = sk.linear_model.Ridge(alpha=0.5)
    expected = sk.model_selection.cross_val_predict(line, X, y, cv=sk.model_selection.KFold(k))

    def fit(X: Floats, y: Integers) -> Any:
        return sk.linear_model.Ridge(alpha=0.5).fit(X, y)

    def predict(model: Any, X: Floats) -> Any:
        return model.predict(X)

    assert_allclose(out_of_fold(fit, predict, X, y, k), expected, rtol=1e-12)


@given(st.integers(2, 20), st.data())
def test_no_model_predicts_a_row_it_has_seen(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(2, n))

    def fit(X: Floats, _y: Integers) -> set[float]:
        return set(X[:, 0].tolist())

    def predict(seen: set[float], X: Floats) -> list[int]:
        assert not seen & set(X[:, 0].tolist())
        return [len(seen)] * len(X)

    X = np.arange(float(n))[:, None]
    sizes = n - out_of_fold(fit, predict, X, np.zeros(n, dtype=int), k)
    assert_array_equal(sizes, [len(fold) for fold in np.array_split(X, k) for _ in fold])


def test_no_argument_changes() -> None:
    rng = np.random.default_rng(135)
    X, y = rng.standard_normal((9, 2)), rng.integers(0, 3, 9)
    weights, wrong = np.full(9, 1 / 9), np.arange(9) < 2
    for array in (X, y, weights, wrong):
        array.setflags(write=False)
    majority_vote(y.reshape(3, 3))
    boost_weights(weights, wrong)
    out_of_fold(lambda X, y: y.mean() + X.mean(), lambda m, X: X[:, 0] + m, X, y, 4)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(ensembles)
    assert results.attempted > 0
    assert results.failed == 0
