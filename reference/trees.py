"""Decision trees, and the ways to let many models decide together (decks 002 and 000).

A *decision tree* asks one question after another, each about one column: is this number at most
the threshold? It chooses its questions by the *Gini impurity*, the chance that two labels drawn
from a node differ. The rest of the module is what deck 002 draws without a formula:

=========  ===========================================  =======================================
figure     idea                                         here
=========  ===========================================  =======================================
voting     several models, one answer                   `majority_vote`
bagging    each model gets a sample of its own          `bootstrap`
boosting   the next model minds the rows gone wrong     `boost_weights`
stacking   a model learns from other models' answers    `out_of_fold`
=========  ===========================================  =======================================

**Impurities are compared as exact fractions.** Two splits can be equally good, and then the first
must win. In floats 1 - 1/9 - 4/9 and 1 - 4/9 - 1/9 differ in the last bit, and rounding would
choose; as fractions of counts both are 4/9. Only what is returned is rounded to float64.

Names: ``x`` one column (n,), ``X`` a table (n, D), ``y`` labels, any integers (n,).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reference.arrays import Floats, floats

__all__ = [
    "DecisionTree",
    "best_split",
    "boost_weights",
    "bootstrap",
    "gini",
    "majority_vote",
    "out_of_fold",
    "split_impurities",
]

Integers = NDArray[np.int64]
Model = TypeVar("Model")


def gini(labels: ArrayLike) -> float:
    """Gini impurity: the chance that two labels, drawn with replacement, differ.

    Formula, with p_c the share of class c::

        G = 1 - Σ_c p_c² = Σ_c p_c (1 - p_c)

    0 for a pure node, and at most 1 - 1/C for C classes, when all are equally frequent.

    Parameters
    ----------
    labels : array_like of int, shape (n,)
        At least one label; which numbers stand for the classes does not matter.

    Returns
    -------
    float
        The impurity, the nearest float64 to the exact fraction.

    References
    ----------
    L. Breiman, J. Friedman, R. Olshen, C. Stone, *Classification and Regression Trees* (1984),
    section 4.3.

    Examples
    --------
    >>> gini([0, 0, 1, 1])
    0.5
    >>> round(gini([0, 0, 0, 1, 2, 2]), 4)
    0.6111
    """
    counts = _counts(np.asarray(labels))
    return float(1 - Fraction(_sum_of_squares(counts), sum(counts) ** 2))


def split_impurities(x: ArrayLike, y: ArrayLike) -> list[tuple[float, Fraction]]:
    """List every split of a column with its exact impurity, from the lowest threshold up.

    Formula, where n_l labels go left, n_r go right, and l_c, r_c of them are of class c::

        n_l/n G(left) + n_r/n G(right) = (n - Σ_c l_c² / n_l - Σ_c r_c² / n_r) / n

    Parameters
    ----------
    x : array_like of float, shape (n,)
        One column.
    y : array_like of int, shape (n,)
        The labels of the same rows.

    Returns
    -------
    list of (float, Fraction)
        For each pair of neighbouring different values, their midpoint and the weighted mean of
        the impurities of the two sides. Empty when all values are equal.
    """
    x = floats(x)
    y = np.asarray(y)
    values = np.unique(x)
    splits = []
    for value, following in pairwise(values):
        left, right = _counts(y[x <= value]), _counts(y[x > value])
        n_left, n_right = sum(left), sum(right)
        pure = Fraction(_sum_of_squares(left), n_left) + Fraction(_sum_of_squares(right), n_right)
        splits.append((float((value + following) / 2), 1 - pure / (n_left + n_right)))
    return splits


def best_split(x: ArrayLike, y: ArrayLike) -> tuple[float | None, float]:
    """Find the threshold that leaves the purest two sides.

    Rows with ``x <= threshold`` go left, the others right. The candidates are those of
    `split_impurities`; of equally good ones the lowest threshold wins.

    Parameters
    ----------
    x : array_like of float, shape (n,)
        One column.
    y : array_like of int, shape (n,)
        The labels of the same rows.

    Returns
    -------
    threshold : float or None
        The midpoint of the best split; None where all of `x` is equal.
    impurity : float
        The weighted impurity of the two sides; without a split, ``gini(y)``.

    References
    ----------
    Breiman et al. (1984), section 2.4.

    Examples
    --------
    The seven students of deck 000: who studied more than 7 hours, passed.

    >>> best_split([2, 4, 6, 8, 10, 12, 14], [0, 0, 0, 1, 1, 1, 1])
    (7.0, 0.0)
    """
    splits = split_impurities(x, y)
    if not splits:
        return None, gini(y)
    threshold, impurity = min(splits, key=lambda split: split[1])  # min keeps the first
    return threshold, float(impurity)


@dataclass(frozen=True)
class _Leaf:
    label: int


@dataclass(frozen=True)
class _Question:
    column: int
    threshold: float
    yes: "_Leaf | _Question"  # the rows that are at most the threshold
    no: "_Leaf | _Question"


class DecisionTree:
    """A binary tree of questions "is column j at most t?", grown greedily.

    A node becomes a leaf when no depth is left, when its labels are all equal, or when no column
    has two different values. Else it takes the best split of all columns, even if that gains
    nothing: of equally good ones the first column, and in it the lowest threshold. A leaf answers
    the most common label of its training rows, the lowest on a tie.

    Parameters
    ----------
    max_depth : int
        The largest number of questions asked about a row: 0 makes a single leaf.

    Notes
    -----
    Why split at no gain? For XOR no first question gains anything, and yet after it the second
    one tells the classes apart.

    References
    ----------
    Breiman et al. (1984), chapter 2; deck 002 shows the picture of a tree.

    Examples
    --------
    >>> X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> tree = DecisionTree(max_depth=2)
    >>> tree.fit(X, [0, 1, 1, 0])
    >>> tree.predict(X)
    array([0, 1, 1, 0])
    """

    def __init__(self, max_depth: int) -> None:
        self.max_depth = max_depth
        self._root: _Leaf | _Question = _Leaf(0)

    def fit(self, X: ArrayLike, y: ArrayLike) -> None:
        """Grow the tree from a table (n, D) and its labels (n,); forget any earlier one."""
        self._root = _grow(floats(X), np.asarray(y), self.max_depth)

    def predict(self, X: ArrayLike) -> Integers:
        """Return the label (m,) of each row of a table (m, D)."""
        X = floats(X)
        labels = np.empty(len(X), dtype=np.int64)
        for rows, label in _routed(self._root, X, np.arange(len(X))):
            labels[rows] = label
        return labels


def bootstrap(n: int, rng: np.random.Generator) -> Integers:
    """Draw a bootstrap sample: n row numbers, with replacement.

    A row is missed by one draw with probability 1 - 1/n, and by all with (1 - 1/n)ⁿ, which tends
    to 1/e: about 63.2 % of the rows are in the sample, some several times.

    Parameters
    ----------
    n : int
        The number of rows, at least 1.
    rng : numpy.random.Generator
        Where the draws come from.

    Returns
    -------
    ndarray of int64, shape (n,)
        Independent draws, each of 0, …, n - 1 with the same probability.

    References
    ----------
    B. Efron, "Bootstrap methods", Annals of Statistics 7 (1979); L. Breiman, "Bagging
    predictors", Machine Learning 24 (1996).
    """
    return rng.integers(n, size=n)


def majority_vote(votes: ArrayLike) -> Integers:
    """Return the most common vote on each row.

    Parameters
    ----------
    votes : array_like of int, shape (m, n)
        ``votes[i, j]`` is what model i says about row j.

    Returns
    -------
    ndarray of int64, shape (n,)
        The label that most of the m models name; the lowest such label on a tie.

    Examples
    --------
    >>> majority_vote([[0, 2, 1], [2, 2, 1], [0, 1, 0]])
    array([0, 2, 1])
    """
    votes = np.asarray(votes, dtype=np.int64)
    labels = np.unique(votes)  # ascending, so that argmax finds the lowest of equals
    counts = np.array([np.count_nonzero(votes == label, axis=0) for label in labels])
    chosen: Integers = labels[np.argmax(counts, axis=0)]
    return chosen


def boost_weights(weights: ArrayLike, wrong: ArrayLike) -> tuple[float, Floats]:
    """One round of AdaBoost: how much the model counts, and what the rows weigh for the next one.

    Formula, with ε the weight of the rows the model got wrong::

        ε = Σ_{i wrong} w_i
        α = ½ log((1 - ε) / ε)
        w_i ← w_i exp(+α) / Z   where wrong
        w_i ← w_i exp(-α) / Z   where right,   Z such that the new weights sum to 1

    Closed form, used here: since exp(α) = √((1 - ε)/ε), the sum is Z = 2 √(ε (1 - ε)), and::

        w_i ← w_i / 2ε         where wrong
        w_i ← w_i / 2(1 - ε)   where right

    Either group then weighs exactly ½: to the next model, this one is no better than a coin.

    Parameters
    ----------
    weights : array_like of float, shape (n,)
        Positive weights that sum to 1.
    wrong : array_like of bool, shape (n,)
        Which rows the model got wrong: at least one, and not all.

    Returns
    -------
    alpha : float
        The model's say in the vote: positive if it errs on less than half of the weight, 0 for a
        coin, negative for a model that one should believe the opposite of.
    weights : ndarray of float64, shape (n,)
        The new weights, which sum to 1.

    References
    ----------
    Y. Freund and R. Schapire, "A decision-theoretic generalization of on-line learning", J.
    Comput. Syst. Sci. 55 (1997); T. Hastie, R. Tibshirani, J. Friedman, *The Elements of
    Statistical Learning*, section 10.1, where α is twice as large and only the wrong rows change.

    Examples
    --------
    >>> alpha, weights = boost_weights([0.25, 0.25, 0.25, 0.25], [True, False, False, False])
    >>> round(alpha, 6)
    0.549306
    >>> weights.round(6)
    array([0.5     , 0.166667, 0.166667, 0.166667])
    """
    weights = floats(weights)
    wrong = np.asarray(wrong, dtype=np.bool_)
    bad, good = float(weights[wrong].sum()), float(weights[~wrong].sum())
    alpha = 0.5 * (np.log(good) - np.log(bad))
    return float(alpha), weights / np.where(wrong, 2 * bad, 2 * good)


def out_of_fold(
    fit: Callable[[Floats, Integers], Model],
    predict: Callable[[Model, Floats], ArrayLike],
    X: ArrayLike,
    y: ArrayLike,
    k: int,
) -> Floats:
    """Predict every row by a model that has not seen it: the column that stacking adds.

    The rows are cut into k contiguous folds whose sizes differ by at most one, larger folds
    first. Each fold is predicted by a model that was fitted to all the others.

    Parameters
    ----------
    fit : callable
        ``fit(X, y)`` returns a fitted model, of whatever kind.
    predict : callable
        ``predict(model, X)`` returns one number for each row of `X`.
    X : array_like of float, shape (n, D)
        The table.
    y : array_like, shape (n,)
        What is to be predicted.
    k : int
        The number of folds, from 2 to n.

    Returns
    -------
    ndarray of float64, shape (n,)
        The predictions, in the order of the rows.

    References
    ----------
    D. Wolpert, "Stacked generalization", Neural Networks 5 (1992); deck 000 for the folds, which
    does not say what happens when k does not divide n.

    Examples
    --------
    A model that always answers the mean of the labels it was given:

    >>> def fit(X, y):
    ...     return y.mean()
    >>> def predict(mean, X):
    ...     return np.full(len(X), mean)
    >>> out_of_fold(fit, predict, np.eye(4), [0, 1, 4, 9], 2)
    array([6.5, 6.5, 0.5, 0.5])
    """
    X, y = np.asarray(X), np.asarray(y)
    n = len(X)
    fold = np.repeat(np.arange(k), [n // k + (i < n % k) for i in range(k)])
    predictions = np.empty(n)
    for i in range(k):
        model = fit(X[fold != i], y[fold != i])
        predictions[fold == i] = predict(model, X[fold == i])
    return predictions


def _counts(labels: NDArray[np.generic]) -> list[int]:
    """Count each class; Python integers, which never overflow."""
    counts: list[int] = np.unique(labels, return_counts=True)[1].tolist()
    return counts


def _sum_of_squares(counts: list[int]) -> int:
    return sum(count * count for count in counts)


def _grow(X: Floats, y: NDArray[np.int64], depth: int) -> _Leaf | _Question:
    """Grow the tree below a node that has the rows `X` and `depth` questions left."""
    labels, counts = np.unique(y, return_counts=True)
    splits = [
        (impurity, column, threshold)
        for column in range(X.shape[1])
        for threshold, impurity in split_impurities(X[:, column], y)
    ]
    if depth == 0 or len(labels) == 1 or not splits:
        return _Leaf(int(labels[np.argmax(counts)]))
    _impurity, column, threshold = min(splits)  # then the first column, then the lowest threshold
    yes = X[:, column] <= threshold
    return _Question(
        column,
        threshold,
        yes=_grow(X[yes], y[yes], depth - 1),
        no=_grow(X[~yes], y[~yes], depth - 1),
    )


def _routed(node: _Leaf | _Question, X: Floats, rows: Integers) -> Iterator[tuple[Integers, int]]:
    """Send row numbers down the tree and yield those that arrive at each leaf, with its label."""
    if isinstance(node, _Leaf):
        yield rows, node.label
        return
    yes = X[rows, node.column] <= node.threshold
    yield from _routed(node.yes, X, rows[yes])
    yield from _routed(node.no, X, rows[~yes])
