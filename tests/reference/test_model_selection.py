"""The oracle of exercise6 against scikit-learn, SciPy, closed forms and its laws."""

import doctest
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from scipy import stats

from reference import model_selection
from reference.model_selection import (
    cross_validate,
    kfold_indices,
    standardise,
    stratified_split,
    summary,
    train_validation_test,
)

Floats = NDArray[np.float64]

seeds = st.integers(0, 2**32 - 1)
divisions = st.integers(2, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(2, n)))


@st.composite
def tables(draw: st.DrawFn) -> Floats:
    """A table of whole numbers, whose columns are constant now and then."""
    shape = draw(hnp.array_shapes(min_dims=2, max_dims=2, max_side=6))
    return draw(hnp.arrays(np.float64, shape, elements=st.integers(-3, 3)))


# --- folds -----------------------------------------------------------------------------------


@given(divisions)
def test_folds_are_scikit_learns(n_and_k: tuple[int, int]) -> None:
    sklearn = pytest.importorskip("sklearn.model_selection")
    n, k = n_and_k
    expected = list(sklearn.KFold(k).split(np.zeros((n, 1))))
    folds = kfold_indices(n, k)
    assert len(folds) == k
    for mine, theirs in zip(folds, expected, strict=True):
        assert_array_equal(mine[0], theirs[0])
        assert_array_equal(mine[1], theirs[1])


@given(divisions, st.none() | seeds)
def test_every_row_is_tested_once_and_trains_in_all_other_folds(
    n_and_k: tuple[int, int], seed: int | None
) -> None:
    n, k = n_and_k
    folds = kfold_indices(n, k, None if seed is None else np.random.default_rng(seed))
    assert_array_equal(np.sort(np.concatenate([test for _, test in folds])), np.arange(n))
    for train, test in folds:
        assert_array_equal(np.sort(np.concatenate([train, test])), np.arange(n))
        assert train.dtype == test.dtype == np.int64


@given(divisions)
def test_sizes_differ_by_at_most_one_and_the_larger_come_first(n_and_k: tuple[int, int]) -> None:
    sizes = [test.size for _, test in kfold_indices(*n_and_k)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= 1


@given(divisions, seeds)
def test_shuffled_folds_are_the_blocks_of_one_permutation(
    n_and_k: tuple[int, int], seed: int
) -> None:
    n, k = n_and_k
    shuffled = kfold_indices(n, k, np.random.default_rng(seed))
    order = np.random.default_rng(seed).permutation(n)
    for mine, plain in zip(shuffled, kfold_indices(n, k), strict=True):
        assert_array_equal(mine[0], order[plain[0]])
        assert_array_equal(mine[1], order[plain[1]])


@pytest.mark.parametrize(("n", "k"), [(5, 1), (5, 0), (5, -2), (5, 6), (1, 1), (0, 2)])
def test_numbers_of_folds_that_make_no_sense(n: int, k: int) -> None:
    with pytest.raises(ValueError, match="k must lie between 2"):
        kfold_indices(n, k)


# --- cross validation ------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "k"), [(29, 5), (12, 12), (10, 3)])
def test_scores_are_scikit_learns(n: int, k: int) -> None:
    sklearn = pytest.importorskip("sklearn.model_selection")
    neighbors = pytest.importorskip("sklearn.neighbors")
    rng = np.random.default_rng(60)
    X, y = rng.normal(size=(n, 3)), rng.integers(0, 3, n)

    def fit(X: Floats, y: NDArray[Any]) -> Any:
        return neighbors.KNeighborsClassifier(n_neighbors=1).fit(X, y)

    def predict(model: Any, X: Floats) -> Any:
        return model.predict(X)

    scores = cross_validate(fit, predict, X, y, k)
    expected = sklearn.cross_val_score(
        neighbors.KNeighborsClassifier(n_neighbors=1), X, y, cv=sklearn.KFold(k)
    )
    assert_array_equal(scores, expected)


@given(divisions, seeds)
def test_rows_and_labels_stay_together(n_and_k: tuple[int, int], seed: int) -> None:
    n, k = n_and_k
    X = np.arange(n, dtype=float)[:, np.newaxis]

    def fit(X: Floats, y: Floats) -> set[float]:
        assert_array_equal(X[:, 0] ** 2, y)
        return set(y.tolist())

    def predict(model: set[float], X: Floats) -> Floats:
        assert model.isdisjoint((X[:, 0] ** 2).tolist())
        assert len(model) + len(X) == n
        return X[:, 0] ** 2

    scores = cross_validate(fit, predict, X, X[:, 0] ** 2, k, np.random.default_rng(seed))
    assert_array_equal(scores, np.ones(k))


@given(divisions, seeds)
def test_the_mean_over_equal_folds_is_the_accuracy_of_all_rows(
    n_and_k: tuple[int, int], seed: int
) -> None:
    n, k = n_and_k
    rng = np.random.default_rng(seed)
    X, y = rng.integers(0, 2, (n * k, 1)), rng.integers(0, 2, n * k)
    scores = cross_validate(lambda _X, _y: None, lambda _, X: X[:, 0], X, y, k)
    assert_allclose(scores.mean(), np.mean(X[:, 0] == y), rtol=1e-12)


# --- the summary -----------------------------------------------------------------------------


@given(hnp.arrays(np.float64, st.integers(2, 20), elements=st.floats(-1.0, 1.0)))
def test_the_summary_is_scipys(scores: Floats) -> None:
    assume(np.ptp(scores) > 1e-6)
    error = stats.sem(scores)
    interval = stats.t.interval(0.95, scores.size - 1, loc=scores.mean(), scale=error)
    expected = (scores.mean(), scores.std(ddof=1), *interval)
    assert_allclose(summary(scores), expected, rtol=1e-9, atol=1e-12)


@given(
    hnp.arrays(np.float64, st.integers(2, 9), elements=st.floats(-1.0, 1.0)),
    st.floats(-3.0, 3.0),
    st.floats(0.0, 3.0),
)
def test_the_summary_follows_shift_and_scale(scores: Floats, shift: float, scale: float) -> None:
    mean, std, low, high = summary(scores)
    expected = (scale * mean + shift, scale * std, scale * low + shift, scale * high + shift)
    assert_allclose(summary(scale * scores + shift), expected, rtol=1e-9, atol=1e-9)


def test_equal_scores_leave_an_interval_of_no_length() -> None:
    assert summary([0.75, 0.75, 0.75]) == (0.75, 0.0, 0.75, 0.75)


def test_the_interval_covers_the_truth_nineteen_times_in_twenty() -> None:
    rng = np.random.default_rng(61)
    covered = 0
    for scores in rng.normal(0.8, 0.1, (4000, 5)):
        _, _, low, high = summary(scores)
        covered += low <= 0.8 <= high
    assert abs(covered / 4000 - 0.95) < 0.015  # four standard errors


@pytest.mark.parametrize("scores", [[], [0.5]])
def test_fewer_than_two_scores_have_no_spread(scores: list[float]) -> None:
    with pytest.raises(ValueError, match="two scores"):
        summary(scores)


# --- three parts -----------------------------------------------------------------------------


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), seeds)
def test_three_parts_share_no_row_and_miss_none(a: int, b: int, c: int, seed: int) -> None:
    parts = train_validation_test(a + b + c, b, c, np.random.default_rng(seed))
    again = train_validation_test(a + b + c, b, c, np.random.default_rng(seed))
    assert [part.shape for part in parts] == [(a,), (b,), (c,)]
    assert_array_equal(np.sort(np.concatenate(parts)), np.arange(a + b + c))
    for part, same in zip(parts, again, strict=True):
        assert part.dtype == np.int64
        assert_array_equal(part, same)


def test_every_row_is_as_likely_to_be_in_each_part() -> None:
    rng = np.random.default_rng(62)
    counts = np.zeros((3, 10))
    for _ in range(2000):
        for part, rows in enumerate(train_validation_test(10, 3, 2, rng)):
            counts[part, rows] += 1
    assert_allclose(counts / 2000, np.repeat([[0.5], [0.3], [0.2]], 10, axis=1), atol=0.05)


@pytest.mark.parametrize(("validation", "test"), [(-1, 2), (2, -1), (6, 5)])
def test_counts_that_do_not_fit(validation: int, test: int) -> None:
    with pytest.raises(ValueError, match="held out of 10"):
        train_validation_test(10, validation, test, np.random.default_rng(0))


# --- standardising ---------------------------------------------------------------------------


@given(seeds, st.integers(1, 8), st.integers(0, 8), st.integers(1, 4))
def test_the_columns_are_scikit_learns(seed: int, n: int, m: int, d: int) -> None:
    preprocessing = pytest.importorskip("sklearn.preprocessing")
    rng = np.random.default_rng(seed)
    train, test = rng.normal(3.0, 2.0, (n, d)), rng.normal(3.0, 2.0, (m + 1, d))
    train[:, 0] = 0.1  # its std is 1.4e-17 for some n, and must count as 0
    scaler = preprocessing.StandardScaler().fit(train)
    mine = standardise(train, test)
    assert_allclose(mine[0], scaler.transform(train), rtol=1e-9, atol=1e-12)
    assert_allclose(mine[1], scaler.transform(test), rtol=1e-9, atol=1e-12)


@given(tables())
def test_training_columns_have_mean_0_and_deviation_1_or_are_0(train: Floats) -> None:
    scaled, _ = standardise(train, train)
    assert_allclose(scaled.mean(axis=0), 0.0, atol=1e-12)
    assert_allclose(scaled.std(axis=0), np.ptp(train, axis=0) > 0.0, atol=1e-12)


@given(tables(), seeds)
def test_units_do_not_matter(train: Floats, seed: int) -> None:
    rng = np.random.default_rng(seed)
    assume(bool(np.all(np.ptp(train, axis=0) > 0.0)))
    scale, shift = rng.uniform(0.5, 2.0, train.shape[1]), rng.normal(size=train.shape[1])
    test = rng.normal(size=(3, train.shape[1]))
    plain = standardise(train, test)
    other = standardise(scale * train + shift, scale * test + shift)
    assert_allclose(other[0], plain[0], atol=1e-9)
    assert_allclose(other[1], plain[1], atol=1e-9)


@given(tables())
def test_other_rows_do_not_matter(train: Floats) -> None:
    test = np.arange(2.0 * train.shape[1]).reshape(2, -1)
    together, alone = standardise(train, test), standardise(train, test[:1])
    assert_array_equal(together[0], alone[0])
    assert_array_equal(together[1][:1], alone[1])


def test_a_column_constant_in_training_keeps_its_distance_in_test() -> None:
    train, test = standardise(np.full((6, 1), 0.1), [[0.1], [0.6]])
    assert_array_equal(train, np.zeros((6, 1)))
    assert_allclose(test, [[0.0], [0.5]], rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.int64, np.float64])
def test_arguments_stay_as_they_are(dtype: type[np.generic]) -> None:
    table = np.array([[1, -2], [4, 7], [0, 3]], dtype=dtype)
    table.flags.writeable = False  # numpy would refuse to write
    for scaled in standardise(table, table):
        assert scaled.dtype == np.float64
    assert_array_equal(table, [[1, -2], [4, 7], [0, 3]])


# --- stratified ------------------------------------------------------------------------------


@given(hnp.arrays(np.int64, st.integers(1, 40), elements=st.integers(0, 3)), seeds)
def test_every_class_gives_its_share(y: NDArray[np.int64], seed: int) -> None:
    X = np.arange(2 * y.size).reshape(-1, 2)
    X_train, X_test, y_train, y_test = stratified_split(X, y, 0.3, np.random.default_rng(seed))
    assert_array_equal(np.sort(np.concatenate([X_train, X_test]), axis=0), X)
    assert_array_equal(y[X_train[:, 0] // 2], y_train)
    assert_array_equal(y[X_test[:, 0] // 2], y_test)
    for label in range(4):
        assert np.sum(y_test == label) == round(0.3 * int(np.sum(y == label)))


def test_the_shares_of_equal_classes_are_scikit_learns() -> None:
    sklearn = pytest.importorskip("sklearn.model_selection")
    y = np.repeat([0, 1, 2], 50)
    X = np.arange(150)[:, np.newaxis]
    expected = sklearn.train_test_split(X, y, test_size=0.3, stratify=y, random_state=0)
    parts = stratified_split(X, y, 0.3, np.random.default_rng(63))
    assert [part.shape for part in parts] == [part.shape for part in expected]
    assert_array_equal(np.bincount(parts[3]), np.bincount(expected[3]))


def test_rows_of_a_class_are_drawn_at_random() -> None:
    X, y = np.arange(10)[:, np.newaxis], np.repeat([0, 1], 5)
    rng = np.random.default_rng(64)
    drawn = sum(
        np.bincount(stratified_split(X, y, 0.4, rng)[1][:, 0], minlength=10) for _ in range(1000)
    )
    assert_allclose(drawn / 1000, 0.4, atol=0.07)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(model_selection)
    assert results.attempted > 0
    assert results.failed == 0
