"""The oracle of exercise13 against scikit-learn, SciPy, closed forms and its laws."""

import doctest
import warnings
from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.testing import assert_array_equal
from numpy.typing import NDArray

from reference import trees
from reference.trees import DecisionTree, best_split, gini, split_impurities

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

seeds = st.integers(0, 2**32 - 1)
labels_of_nodes = hnp.arrays(np.int64, st.integers(1, 30), elements=st.integers(-3, 3))


@pytest.fixture(scope="module")
def tree() -> Any:
    """scikit-learn's trees, imported where they are needed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("sklearn.tree")


def table(rng: np.random.Generator, n: int, columns: int) -> Floats:
    """Draw a table that float32, which scikit-learn's trees use inside, holds exactly."""
    return rng.standard_normal((n, columns)).astype(np.float32).astype(np.float64)


# --- one node --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "impurity"), [((4,), 0.0), ((3, 3), 0.5), ((3, 1, 2), 11 / 18), ((1,) * 5, 0.8)]
)
def test_gini_of_counts(counts: tuple[int, ...], impurity: float) -> None:
    assert gini(np.repeat(np.arange(len(counts)), counts)) == pytest.approx(impurity, abs=1e-15)


@given(labels_of_nodes)
def test_gini_is_the_chance_that_two_draws_differ(labels: Integers) -> None:
    pairs = labels[:, None] != labels[None, :]
    assert gini(labels) == pytest.approx(pairs.mean(), abs=1e-14)


@given(labels_of_nodes)
def test_gini_lies_between_pure_and_evenly_mixed(labels: Integers) -> None:
    classes = len(set(labels.tolist()))
    assert 0.0 <= gini(labels) <= 1.0 - 1.0 / classes + 1e-15
    assert (gini(labels) == 0.0) == (classes == 1)


@given(labels_of_nodes, seeds)
def test_gini_knows_neither_the_order_nor_the_names_of_labels(labels: Integers, seed: int) -> None:
    assert gini(np.random.default_rng(seed).permutation(5 - 2 * labels)) == gini(labels)


# --- one split -------------------------------------------------------------------------------


@given(seeds)
def test_a_split_is_the_weighted_mean_of_its_sides(seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.integers(0, 8, 12), rng.integers(0, 3, 12)
    for threshold, impurity in split_impurities(x, y):
        left, right = y[x <= threshold], y[x > threshold]
        mean = (len(left) * gini(left) + len(right) * gini(right)) / 12
        assert float(impurity) == pytest.approx(mean, abs=1e-14)


@given(seeds)
def test_the_best_split_is_no_worse_than_any_other_and_than_none(seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.integers(0, 8, 12), rng.integers(0, 3, 12)
    threshold, impurity = best_split(x, y)
    splits = split_impurities(x, y)
    assert impurity <= gini(y)
    assert all(impurity <= float(other) for _, other in splits)
    equals = [t for t, other in splits if float(other) == impurity]
    assert threshold == min(equals, default=None)


@given(seeds, st.sampled_from([0.25, 2.0, 8.0]), st.integers(-5, 5))
def test_a_scaled_and_shifted_column_has_the_split_scaled_and_shifted(
    seed: int, scale: float, shift: int
) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.permutation(12), rng.permutation(np.arange(12) % 3)
    threshold, impurity = best_split(x, y)
    assert threshold is not None
    assert best_split(scale * x + shift, y) == (scale * threshold + shift, impurity)


def test_of_equally_good_splits_the_lowest_threshold_wins() -> None:
    assert best_split([1, 2, 3, 4], [0, 1, 1, 0]) == (1.5, 1 / 3)
    assert best_split([3, 1, 2], [7, 7, 7]) == (1.5, 0.0)


def test_equal_values_cannot_be_split() -> None:
    assert best_split([2, 2, 2, 2], [0, 1, 1, 1]) == (None, 0.375)
    assert best_split([2], [5]) == (None, 0.0)


def test_the_best_split_is_scikit_learns(tree: Any) -> None:
    rng = np.random.default_rng(130)
    for _ in range(20):
        X, y = table(rng, 31, 1), rng.integers(0, 3, 31)
        splits = sorted(float(impurity) for _, impurity in split_impurities(X[:, 0], y))
        if splits[1] - splits[0] < 1e-9:
            continue  # a tie, which scikit-learn settles in its own way
        stump = tree.DecisionTreeClassifier(max_depth=1).fit(X, y).tree_
        sides = stump.weighted_n_node_samples[1:] / 31
        threshold, impurity = best_split(X[:, 0], y)
        assert threshold == pytest.approx(stump.threshold[0], abs=1e-12)
        assert impurity == pytest.approx(sides @ stump.impurity[1:], abs=1e-12)


def test_neighbouring_floats_are_told_apart() -> None:
    low, high = np.nextafter(1.0, 2.0) + np.array([0.0, 2.0**-52])
    assert (low + high) / 2 == high  # rounded up
    assert best_split([low, high], [0, 1]) == (low, 0.0)
    tree = DecisionTree(1)
    tree.fit([[low], [high]], [0, 1])
    assert_array_equal(tree.predict([[low], [high]]), [0, 1])


# --- the tree --------------------------------------------------------------------------------


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_tree_is_scikit_learns(tree: Any, depth: int) -> None:
    rng = np.random.default_rng(131)
    X, new = table(rng, 400, 4), table(rng, 200, 4)
    y = (X[:, 0] * X[:, 1] > 0.3).astype(int) + (X[:, 2] + rng.standard_normal(400) > 0.5)
    ours = DecisionTree(depth)
    ours.fit(X, y)
    theirs = tree.DecisionTreeClassifier(max_depth=depth, random_state=0).fit(X, y)
    assert len(set(ours.predict(new))) > 1
    assert_array_equal(ours.predict(new), theirs.predict(new))


@given(seeds)
def test_a_deep_tree_learns_distinct_rows_by_heart(seed: int) -> None:
    rng = np.random.default_rng(seed)
    X, y = rng.standard_normal((12, 2)), rng.integers(-2, 2, 12)
    tree = DecisionTree(12)
    tree.fit(X, y)
    assert_array_equal(tree.predict(X), y)


@given(seeds)
def test_a_deeper_tree_errs_on_no_more_training_rows(seed: int) -> None:
    rng = np.random.default_rng(seed)
    X, y = rng.standard_normal((15, 2)), rng.integers(0, 3, 15)
    errors = []
    for depth in range(5):
        tree = DecisionTree(depth)
        tree.fit(X, y)
        errors.append(np.count_nonzero(tree.predict(X) != y))
    assert errors == sorted(errors, reverse=True)


@given(labels_of_nodes)
def test_a_tree_without_questions_answers_the_most_common_label(labels: Integers) -> None:
    tree = DecisionTree(0)
    tree.fit(np.arange(len(labels))[:, None], labels)
    counts = Counter(labels.tolist())
    lowest = min(label for label, count in counts.items() if count == max(counts.values()))
    assert_array_equal(tree.predict(np.zeros((3, 1))), [lowest] * 3)


def test_the_first_of_equal_columns_wins_and_a_threshold_itself_goes_left() -> None:
    tree = DecisionTree(1)
    tree.fit([[1, 1], [3, 3]], [5, 4])
    assert_array_equal(tree.predict([[2.0, 9.0], [3.0, 0.0], [2.001, 0.0]]), [5, 4, 4])


def test_a_tree_solves_xor_though_its_first_question_gains_nothing() -> None:
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    tree = DecisionTree(2)
    tree.fit(X, [0, 1, 1, 0])
    assert best_split(X[:, 0], [0, 1, 1, 0]) == (0.5, 0.5)
    assert_array_equal(tree.predict(X), [0, 1, 1, 0])


def test_equal_rows_with_different_labels_share_a_leaf() -> None:
    tree = DecisionTree(9)
    tree.fit([[1.0], [1.0], [1.0], [2.0]], [3, 0, 3, 1])
    assert_array_equal(tree.predict([[1.0], [2.0]]), [3, 1])


# --- arguments, and the lecture --------------------------------------------------------------


def test_no_argument_changes() -> None:
    rng = np.random.default_rng(135)
    X, y = rng.standard_normal((9, 2)), rng.integers(0, 3, 9)
    X.setflags(write=False)
    y.setflags(write=False)
    best_split(X[:, 0], y)
    tree = DecisionTree(3)
    tree.fit(X, y)
    tree.predict(X)


def test_the_table_of_deck_000_splits_at_7_hours() -> None:
    hours = np.arange(2, 15, 2)
    lessons = [3, 3, 4, 6, 7, 8, 9]
    passed = (hours > 6).astype(int)
    assert best_split(hours, passed) == (7.0, 0.0)
    assert best_split(lessons, passed) == (5.0, 0.0)
    tree = DecisionTree(1)
    tree.fit(np.column_stack([hours, lessons]), passed)
    assert_array_equal(tree.predict([[7.0, 6.0], [7.1, 0.0]]), [0, 1])


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(trees)
    assert results.attempted > 0
    assert results.failed == 0
