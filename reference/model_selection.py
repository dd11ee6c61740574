"""Model selection: how good a model will be on rows it has never seen (deck 000).

A model is always good on the rows it was trained with; a table of answers would be perfect there.
What counts are other rows. So labelled data is divided: most rows train the model, the rest test
it. One division wastes rows and depends on luck. *k-fold cross validation* divides the rows into
k folds and trains k times, each time with another fold held out, so that every row is tested
exactly once, by a model that did not see it.

**Every leak flatters.** A test row in training, a mean computed over all rows, a setting chosen
by the test score: each makes the score better than the truth. Here whatever is learnt, a model or
a mean, comes from training rows alone.

Names: ``X`` inputs (N, D), ``y`` labels (N,), ``n`` number of rows, ``k`` number of folds,
``train`` and ``test`` either arrays of row indices or the rows themselves.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reference.arrays import Floats, Integers, column_means, floats
from reference.student_t import quantile

__all__ = [
    "cross_validate",
    "kfold_indices",
    "standardise",
    "stratified_split",
    "summary",
    "train_validation_test",
]

Model = TypeVar("Model")


def kfold_indices(
    n: int, k: int, rng: np.random.Generator | None = None
) -> list[tuple[Integers, Integers]]:
    """Divide n rows into k folds, and let each fold be the test rows once.

    Formula, with q = ⌊n/k⌋ and r = n mod k::

        size of fold i = q + 1   for i < r
                         q       for i ≥ r        so that the sizes sum to kq + r = n

    Fold i is the block of that length after folds 0, …, i-1, of the order 0, …, n-1 or of one
    random permutation. Its training rows are all the others.

    Parameters
    ----------
    n : int
        Number of rows.
    k : int
        Number of folds, 2 ≤ k ≤ n. With k = n, "leave one out", each test fold is one row.
    rng : Generator, optional
        Shuffles the rows, once, before they are divided.

    Returns
    -------
    list of k pairs (train, test) of int64 arrays
        Row indices of shapes (n - size,) and (size,).

    Raises
    ------
    ValueError
        If k < 2, where nothing is left to train with, or k > n, where a fold would be empty.

    References
    ----------
    Deck 000, which does not say what becomes of the remainder r; M. Stone, "Cross-validatory
    choice and assessment of statistical predictions", J. R. Stat. Soc. B 36 (1974);
    ``sklearn.model_selection.KFold`` (the same sizes).

    Examples
    --------
    >>> [test.tolist() for train, test in kfold_indices(10, 3)]
    [[0, 1, 2, 3], [4, 5, 6], [7, 8, 9]]
    """
    if not 2 <= k <= n:
        raise ValueError(f"k must lie between 2 and the number of rows, {n}; it is {k}")
    order = np.arange(n) if rng is None else rng.permutation(n)
    folds = [fold.astype(np.int64) for fold in np.array_split(order, k)]
    return [
        (np.concatenate([fold for j, fold in enumerate(folds) if j != i]), test)
        for i, test in enumerate(folds)
    ]


def train_validation_test(
    n: int, validation: int, test: int, rng: np.random.Generator
) -> tuple[Integers, Integers, Integers]:
    """Divide n rows at random in three: to train, to choose between models, to judge the choice.

    Whoever compares models by the same rows that give the final score picks the luckiest. So the
    choice is made on the validation rows, and the test rows are used once, at the end.

    Parameters
    ----------
    n : int
        Number of rows.
    validation, test : int
        How many rows to hold out, 0 or more each; together at most n.
    rng : Generator
        Shuffles the rows.

    Returns
    -------
    train, validation, test : ndarray of int64
        Row indices of shapes (n - validation - test,), (validation,) and (test,).

    Raises
    ------
    ValueError
        If a count is negative, or more rows are asked for than there are.

    References
    ----------
    B. D. Ripley, *Pattern Recognition and Neural Networks* (1996), glossary.

    Examples
    --------
    >>> parts = train_validation_test(10, 3, 2, np.random.default_rng(0))
    >>> [part.size for part in parts], sorted(np.concatenate(parts).tolist())
    ([5, 3, 2], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    """
    if min(validation, test) < 0 or validation + test > n:
        raise ValueError(f"{validation} and {test} rows cannot be held out of {n}")
    order = rng.permutation(n).astype(np.int64)
    for_test, for_validation, for_training = np.split(order, [test, test + validation])
    return for_training, for_validation, for_test


def stratified_split(
    X: ArrayLike, y: ArrayLike, test_fraction: float, rng: np.random.Generator
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Hold out the same share of every class, at random.

    Formula::

        test rows of class c = round(test_fraction · rows of class c)

    A plain split of a small table can, by bad luck, test a class that it hardly trained.

    Parameters
    ----------
    X : array_like, shape (N, D)
        Inputs.
    y : array_like, shape (N,)
        The class of each row.
    test_fraction : float
        Share of the rows to hold out, between 0 and 1.
    rng : Generator
        Draws the rows.

    Returns
    -------
    X_train, X_test, y_train, y_test : ndarray
        Rows and labels still belong together; the rows are in the order of `X`.

    References
    ----------
    ``sklearn.model_selection.train_test_split`` with ``stratify=y``, which rounds the total
    instead of each class.

    Examples
    --------
    >>> X, y = np.arange(9).reshape(9, 1), [0, 0, 0, 1, 1, 1, 1, 1, 1]
    >>> _, _, y_train, y_test = stratified_split(X, y, 1 / 3, np.random.default_rng(0))
    >>> y_train.tolist(), y_test.tolist()
    ([0, 0, 1, 1, 1, 1], [0, 1, 1])
    """
    inputs, labels = np.asarray(X), np.asarray(y)
    held_out = np.zeros(len(labels), dtype=np.bool_)
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        held_out[rng.permutation(rows)[: round(test_fraction * rows.size)]] = True
    return inputs[~held_out], inputs[held_out], labels[~held_out], labels[held_out]


def cross_validate(
    fit: Callable[[NDArray[Any], NDArray[Any]], Model],
    predict: Callable[[Model, NDArray[Any]], ArrayLike],
    X: ArrayLike,
    y: ArrayLike,
    k: int,
    rng: np.random.Generator | None = None,
) -> Floats:
    """Accuracy of a method on each of k folds that it has not seen.

    Formula, with the folds of `kfold_indices`::

        score i = share of the rows of fold i with  predict(fit(all other rows), row) = label

    Parameters
    ----------
    fit : callable
        ``fit(X, y)`` trains a new model; called once for each fold.
    predict : callable
        ``predict(model, X)`` gives one label for each row; called once for each fold.
    X : array_like, shape (N, D)
        Inputs, one row an example.
    y : array_like, shape (N,)
        Labels.
    k : int
        Number of folds, 2 ≤ k ≤ N.
    rng : Generator, optional
        Shuffles the rows, inputs and labels together.

    Returns
    -------
    ndarray of float64, shape (k,)
        Accuracies, each between 0 and 1, in the order of the folds.

    References
    ----------
    Deck 000; ``sklearn.model_selection.cross_val_score``.

    Examples
    --------
    A method that always predicts the commonest label of its training rows:

    >>> def fit(X, y):
    ...     return np.bincount(y).argmax()
    >>> def predict(model, X):
    ...     return np.full(len(X), model)
    >>> cross_validate(fit, predict, np.zeros((6, 1)), [0, 1, 1, 1, 1, 1], k=3)
    array([0.5, 1. , 1. ])
    """
    inputs, labels = np.asarray(X), np.asarray(y)
    scores = []
    for train, test in kfold_indices(len(inputs), k, rng):
        model = fit(inputs[train], labels[train])
        right = np.asarray(predict(model, inputs[test])) == labels[test]
        scores.append(np.mean(right))
    return np.array(scores, dtype=np.float64)


def summary(scores: ArrayLike) -> tuple[float, float, float, float]:
    """Mean of k scores, their spread, and the 95 % confidence interval of the mean.

    Formula::

        mean = 1/k Σ sᵢ
        std  = √( 1/(k-1) Σ (sᵢ - mean)² )
        low, high = mean ∓ t · std / √k

    with t the `reference.student_t.quantile` of 0.975 for k - 1 degrees of freedom. The divisor
    k - 1 makes std² right on average although the mean was fitted to the same scores; t is larger
    than the normal distribution's 1.96 because std is itself only an estimate: 12.7 for two
    scores, 2.78 for five, 2.26 for ten.

    Parameters
    ----------
    scores : array_like of float, shape (k,)
        At least two scores.

    Returns
    -------
    mean, std, low, high : float
        The interval may reach below 0 or above 1, as an honest one of few scores does.

    Raises
    ------
    ValueError
        If there are fewer than two scores: one score says nothing about spread.

    Notes
    -----
    The folds share training rows, so the scores are not independent and the interval is somewhat
    too narrow; no unbiased estimate of the variance exists (Y. Bengio and Y. Grandvalet, J. Mach.
    Learn. Res. 5, 2004).

    References
    ----------
    Student (W. S. Gosset), "The probable error of a mean", Biometrika 6 (1908).

    Examples
    --------
    >>> [round(number, 4) for number in summary([0.7, 0.8, 0.9])]
    [0.8, 0.1, 0.5516, 1.0484]
    """
    values = floats(scores)
    k = values.size
    if k < 2:
        raise ValueError("at least two scores are needed")
    mean = np.mean(values)
    std = np.sqrt(np.sum((values - mean) ** 2) / (k - 1))
    margin = quantile(0.975, k - 1) * std / np.sqrt(k)
    return float(mean), float(std), float(mean - margin), float(mean + margin)


def standardise(train: ArrayLike, test: ArrayLike) -> tuple[Floats, Floats]:
    """Shift and scale every column so that the training rows have mean 0 and deviation 1.

    Formula, for each column j with mean μ and standard deviation σ of the *training* rows::

        x' = (x - μ) / σ        σ² = 1/n Σ (x - μ)²,  and σ = 1 where the column is constant

    The test rows go through the same μ and σ: they are new, and a model in use cannot know the
    mean of rows that have not arrived. So a constant column becomes 0 in training, and in the
    test rows the distance from the constant.

    Stable form: rounding can give a constant column such as 0.1, 0.1, 0.1 a tiny σ instead of 0,
    so a column counts as constant when all its entries are the same, and that entry is its μ.

    Parameters
    ----------
    train : array_like of float, shape (n, D)
        Training rows, at least one.
    test : array_like of float, shape (m, D)
        Other rows.

    Returns
    -------
    train, test : ndarray of float64, shapes of the arguments
        New arrays.

    References
    ----------
    ``sklearn.preprocessing.StandardScaler``.

    Examples
    --------
    >>> train, test = standardise([[1.0, 5.0], [3.0, 5.0]], [[4.0, 7.0]])
    >>> train.tolist(), test.tolist()
    ([[-1.0, 0.0], [1.0, 0.0]], [[2.0, 2.0]])
    """
    known, new = floats(train), floats(test)
    mean = column_means(known)
    constant = np.all(known == mean, axis=0)
    deviation = np.where(constant, 1.0, known.std(axis=0))
    return (known - mean) / deviation, (new - mean) / deviation
