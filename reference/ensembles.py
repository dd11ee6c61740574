"""Ensembles: four ways to let many models decide together (deck 002).

Models that err on different rows correct each other. What deck 002 draws without a formula:

=========  ===========================================  =======================================
figure     idea                                         here
=========  ===========================================  =======================================
voting     several models, one answer                   `majority_vote`
bagging    each model gets a sample of its own          `bootstrap`
boosting   the next model minds the rows gone wrong     `boost_weights`
stacking   a model learns from other models' answers    `out_of_fold`
=========  ===========================================  =======================================

Nothing here knows what the models are; `reference.trees` has one kind.

Names: ``n`` rows, ``m`` models, ``X`` a table (n, D), ``y`` what is to be predicted (n,).
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reference.arrays import Floats, Integers, floats
from reference.model_selection import kfold_indices

__all__ = ["boost_weights", "bootstrap", "majority_vote", "out_of_fold"]

Model = TypeVar("Model")


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

    Examples
    --------
    >>> rows = bootstrap(100_000, np.random.default_rng(0))
    >>> round(len(np.unique(rows)) / 100_000, 2)
    0.63
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
    fit: Callable[[NDArray[Any], NDArray[Any]], Model],
    predict: Callable[[Model, NDArray[Any]], ArrayLike],
    X: ArrayLike,
    y: ArrayLike,
    k: int,
) -> Floats:
    """Predict every row by a model that has not seen it: the column that stacking adds.

    The rows are cut, in their order, into the k folds of
    `reference.model_selection.kfold_indices`. Each fold is predicted by a model that was fitted to
    all the others.

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
    predictions = np.empty(len(X))
    for train, test in kfold_indices(len(X), k):
        predictions[test] = predict(fit(X[train], y[train]), X[test])
    return predictions
