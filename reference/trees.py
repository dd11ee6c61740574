"""Decision trees, grown from the purest split down (deck 002).

A *decision tree* asks one question after another, each about one column: is this number at most
the threshold? It chooses its questions by the *Gini impurity*, the chance that two labels drawn
from a node differ. A single tree is easily misled by its rows; `reference.ensembles` lets many
models decide together.

**Impurities are compared as exact fractions.** Two splits can be equally good, and then the first
must win. In floats 1 - 1/9 - 4/9 and 1 - 4/9 - 1/9 differ in the last bit, and rounding would
choose; as fractions of counts both are 4/9. Only what is returned is rounded to float64.

Names: ``x`` one column (n,), ``X`` a table (n, D), ``y`` labels, any integers (n,).
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reference.arrays import Floats, Integers, floats

__all__ = [
    "DecisionTree",
    "best_split",
    "gini",
    "split_impurities",
]


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

    Examples
    --------
    >>> split_impurities([1, 2, 2, 4], [0, 0, 1, 1])
    [(1.5, Fraction(1, 3)), (3.0, Fraction(1, 3))]
    """
    x = floats(x)
    y = np.asarray(y)
    values = np.unique(x)
    splits = []
    for value, following in pairwise(values):
        left, right = _counts(y[x <= value]), _counts(y[x > value])
        n_left, n_right = sum(left), sum(right)
        pure = Fraction(_sum_of_squares(left), n_left) + Fraction(_sum_of_squares(right), n_right)
        # Rounding may put the midpoint of two neighbouring floats on the upper one.
        threshold = min((value + following) / 2, np.nextafter(following, value))
        splits.append((float(threshold), 1 - pure / (n_left + n_right)))
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
        return _answers(self._root, floats(X))


def _counts(labels: NDArray[np.generic]) -> list[int]:
    """Count each class; Python integers, which never overflow."""
    counts: list[int] = np.unique(labels, return_counts=True)[1].tolist()
    return counts


def _sum_of_squares(counts: list[int]) -> int:
    return sum(count * count for count in counts)


def _grow(X: Floats, y: Integers, depth: int) -> _Leaf | _Question:
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


def _answers(node: _Leaf | _Question, X: Floats) -> Integers:
    """Return what the tree below a node says about each row of `X`."""
    if isinstance(node, _Leaf):
        return np.full(len(X), node.label, dtype=np.int64)
    yes = X[:, node.column] <= node.threshold
    labels = np.empty(len(X), dtype=np.int64)
    labels[yes] = _answers(node.yes, X[yes])
    labels[~yes] = _answers(node.no, X[~yes])
    return labels
