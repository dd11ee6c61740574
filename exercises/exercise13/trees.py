"""Exercise 13: trees.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Three things hold for every function here:

* Arrays come in and arrays go out. Arrays of integers count as floats where a number is measured.
* Labels are integers, any integers: -3 and 40 are labels as good as 0 and 1.
* What you are given stays as it was: sort and change copies.
"""

import numpy as np  # noqa: F401 - for your code


def gini(labels):
    """Return the Gini impurity of a node: 1 minus the sum of the squared shares of its classes.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        The labels of the rows in the node: at least one.

    Returns
    -------
    float
        ``1 - Σ p²``, where p is the share of a class, its count divided by n, and the sum runs
        over all classes. 0 for a pure node.

    Examples
    --------
    >>> float(gini(np.array([0, 0, 1, 1])))
    0.5
    >>> round(float(gini(np.array([5, 5, 5, -1, 9, 9]))), 4)
    0.6111
    """
    raise NotImplementedError("Task 1: return 1 - Σ p²")


def best_split(x, y):
    """Find the threshold that splits one column into the two purest sides.

    Rows with ``x <= threshold`` go left, rows with ``x > threshold`` go right.

    Parameters
    ----------
    x : ndarray, shape (n,)
        One column of the data, in any order: floats or integers, some perhaps equal. n >= 1.
    y : ndarray of int, shape (n,)
        The labels of the same rows.

    Returns
    -------
    threshold : float or None
        The midpoint ``(a + b) / 2`` of two neighbouring different values of `x`: the one that
        makes `impurity` smallest, the lowest such midpoint on a tie. A best split that is no
        better than ``gini(y)`` is returned all the same. None if all values of `x` are equal.
    impurity : float
        ``n_left / n * gini(left) + n_right / n * gini(right)`` of that split; ``gini(y)`` if
        there is none.

    Examples
    --------
    >>> threshold, impurity = best_split(np.array([3, 1, 2, 6]), np.array([0, 0, 0, 1]))
    >>> float(threshold), float(impurity)
    (4.5, 0.0)
    """
    raise NotImplementedError("Task 2: return the best midpoint and its impurity")


class DecisionTree:
    """A tree of questions such as "is column 2 at most 0.7?", with a label in each leaf.

    A node is split while all of this holds: it has depth left, it has two different labels or
    more, and at least one column of its rows has two different values. It takes the best split of
    all columns, even if that gains nothing. Among columns that are equally good it takes the one
    with the lowest number. Else the node is a leaf, and answers the most common label of its
    training rows, the lowest one on a tie.

    Parameters
    ----------
    max_depth : int
        The largest number of questions for one row: 0 makes a single leaf, 1 at most one split.

    Examples
    --------
    >>> tree = DecisionTree(max_depth=2)
    >>> X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> _ = tree.fit(X, np.array([0, 1, 1, 0]))
    >>> tree.predict(X)
    array([0, 1, 1, 0])
    """

    def __init__(self, max_depth):
        self.max_depth = max_depth

    def fit(self, X, y):
        """Grow the tree; a tree that was grown before is forgotten.

        Parameters
        ----------
        X : ndarray, shape (n, D)
            The training rows: floats or integers, n >= 1, D >= 1.
        y : ndarray of int, shape (n,)
            Their labels.

        Returns
        -------
        anything
            Return what you like, for example `self` or nothing.
        """
        raise NotImplementedError("Task 3: grow the tree")

    def predict(self, X):
        """Return the label of each row.

        Parameters
        ----------
        X : ndarray, shape (m, D)
            Rows, m >= 1; they need not be training rows.

        Returns
        -------
        ndarray of int, shape (m,)
            The label of the leaf at which each row arrives. A row goes left where its value is
            at most the threshold.
        """
        raise NotImplementedError("Task 3: send each row down the tree")


def bootstrap(n, rng):
    """Draw a bootstrap sample: `n` row numbers with replacement.

    Parameters
    ----------
    n : int
        The number of rows, at least 1.
    rng : numpy.random.Generator
        Every random number comes from here, so the same state of `rng` gives the same sample.
        How you draw is up to you.

    Returns
    -------
    ndarray of int, shape (n,)
        `n` independent draws, each of 0, 1, …, n - 1 with the same probability, in any order.
    """
    raise NotImplementedError("Task 4: draw n row numbers with replacement")


def majority_vote(votes):
    """Return what most models say about each row.

    Parameters
    ----------
    votes : ndarray of int, shape (m, n)
        ``votes[i, j]`` is the label that model i gives to row j; m >= 1 and n >= 1.

    Returns
    -------
    ndarray of int, shape (n,)
        The most common label of each row, the lowest one on a tie.

    Examples
    --------
    >>> majority_vote(np.array([[0, 2, 1], [2, 2, 1], [0, 1, 0]]))
    array([0, 2, 1])
    """
    raise NotImplementedError("Task 5: return the most common label of each column of votes")


def boost_weights(weights, wrong):
    """Return how much a model counts, and weights that rise where it was wrong (AdaBoost).

    Parameters
    ----------
    weights : ndarray of float64, shape (n,)
        The weights of the rows: positive, with sum 1.
    wrong : ndarray of bool, shape (n,)
        True for the rows the model got wrong: at least one, and not all.

    Returns
    -------
    alpha : float
        ``0.5 * log((1 - error) / error)`` with the natural logarithm, where error is the sum of
        the *weights* of the wrong rows. Negative if error is above ½.
    weights : ndarray of float64, shape (n,)
        The weight of each wrong row times ``exp(alpha)``, of each right row times
        ``exp(-alpha)``, and then all divided by their sum, so that they sum to 1 again.

    Examples
    --------
    >>> alpha, weights = boost_weights(np.full(4, 0.25), np.array([True, False, False, False]))
    >>> round(float(alpha), 6)
    0.549306
    >>> weights.round(6)
    array([0.5     , 0.166667, 0.166667, 0.166667])
    """
    raise NotImplementedError("Task 6: return alpha and the new weights")


def out_of_fold(fit, predict, X, y, k):
    """Predict every row by a model that has not seen it.

    The rows are cut, in the order they have, into `k` contiguous folds. The sizes of the folds
    differ by at most one, and the larger ones come first: 10 rows in 3 folds are rows 0-3, 4-6
    and 7-9. Each fold is predicted by a model that was fitted to all rows of the other folds.

    Parameters
    ----------
    fit : callable
        ``fit(X, y)`` with rows (r, D) and their labels (r,) returns a model. A model may be
        anything: do nothing with it but hand it to `predict`. The order of the rows you give to
        `fit` does not matter.
    predict : callable
        ``predict(model, X)`` with rows (r, D) returns an array of r floats.
    X : ndarray, shape (n, D)
        The rows.
    y : ndarray of int, shape (n,)
        Their labels.
    k : int
        The number of folds: 2 <= k <= n.

    Returns
    -------
    ndarray of float64, shape (n,)
        The prediction for each row, in the order of the rows of `X`.
    """
    raise NotImplementedError("Task 7: predict each fold by a model fitted to the others")
