"""Regression: a straight line, a polynomial, and three ways to keep weights small (deck 002).

A linear model predicts a number as a weighted sum, ``ŷ = Xw + b``, and least squares finds the
``w`` and ``b`` whose squared errors are smallest. Powers of one input as features make the same
model a polynomial. Many features fit the training data too well, so a *penalty* on the weights is
added to what is minimised:

================  ========================================  ====================================
model             minimises                                 effect of the penalty
================  ========================================  ====================================
`fit_linear`      ‖y - Xw - b‖²                             none
`fit_ridge`       ‖y - Xw - b‖² + α‖w‖²                     ‖w‖ shrinks, rarely is a weight 0
`fit_lasso`       1/2n ‖y - Xw - b‖² + α Σ|w|               Σ|w| shrinks, some are exactly 0
`fit_elastic_net` 1/2n ‖y - Xw - b‖² + αρ Σ|w|              a mixture: ρ = 1 is the lasso
                  + ½ α(1-ρ) ‖w‖²
================  ========================================  ====================================

These are scikit-learn's forms: ridge sums the squared errors, the other two halve their mean, so
the elastic net with ρ = 0 is ridge with nα.

**b is never penalised.** Minimised over b alone, each of them gives b = ȳ - x̄·w, with x̄ and ȳ the
means over the examples. Put in, b disappears and X and y stand with their means taken off. So all
four fits *centre* the data, find w, and compute b at the end.

Names: ``X`` inputs (n, D), ``y`` truth (n,), ``w`` weights (D,), ``b`` intercept, ``α`` strength of
the penalty, ``ρ`` share of its absolute values (``l1_ratio``); ``n`` examples, ``D`` features.
"""

import csv
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from reference.arrays import Floats, column_means, floats

__all__ = [
    "fit_elastic_net",
    "fit_lasso",
    "fit_linear",
    "fit_ridge",
    "load_table",
    "polynomial_features",
    "predict",
]


MISSING = frozenset({"", "NA", "NaN", "nan"})
"""What a cell of a table holds where there is no number."""


def predict(X: ArrayLike, w: ArrayLike, b: float) -> Floats:
    """Return the prediction for each example.

    Formula::

        ŷ = Xw + b

    Parameters
    ----------
    X : array_like of float, shape (n, D)
        One example a row.
    w : array_like of float, shape (D,)
    b : float

    Returns
    -------
    ndarray of float64, shape (n,)

    References
    ----------
    Deck 002, whose ``predict([[105]])`` shows that one example is a row of its own: X is 2-D.

    Examples
    --------
    >>> predict([[105.0]], [2.0], -1.0)
    array([209.])
    """
    return floats(X) @ floats(w) + float(b)


def fit_linear(X: ArrayLike, y: ArrayLike) -> tuple[Floats, float]:
    """Fit a linear model by least squares.

    Minimises::

        ‖y - Xw - b‖²

    Stable form: the least squares solution of the centred data, from their singular values. The
    normal equations, (XᵀX) w = Xᵀy, square the condition number, and cannot be solved at all
    where columns depend on each other.

    Parameters
    ----------
    X : array_like of float, shape (n, D)
    y : array_like of float, shape (n,)

    Returns
    -------
    w : ndarray of float64, shape (D,)
        Where columns of X depend on each other, many w fit equally well; this is the shortest.
    b : float

    References
    ----------
    Deck 002 (``LinearRegression``). A.-M. Legendre, *Nouvelles méthodes pour la détermination des
    orbites des comètes* (1805). T. Hastie, R. Tibshirani, J. Friedman, *The Elements of
    Statistical Learning*, section 3.2.

    Examples
    --------
    >>> w, b = fit_linear([[1.0], [2.0], [3.0]], [1.0, 3.0, 5.0])
    >>> w.round(9), round(b, 9)
    (array([2.]), -1.0)
    """
    return fit_ridge(X, y, 0.0)


def polynomial_features(x: ArrayLike, degree: int) -> Floats:
    """Return the powers of each input, from the 0th on.

    Formula::

        features[i, k] = x_i ** k        k = 0, 1, …, degree

    Parameters
    ----------
    x : array_like of float, shape (n,)
    degree : int
        The highest power, 0 or more.

    Returns
    -------
    ndarray of float64, shape (n, degree + 1)
        A row for each input: 1, x, x², … (a Vandermonde matrix).

    References
    ----------
    Deck 002, which writes the polynomial with the highest power first:
    f(x) = ax⁴ + bx³ + cx² + dx + e.

    Examples
    --------
    >>> polynomial_features([2, -1], 4)
    array([[ 1.,  2.,  4.,  8., 16.],
           [ 1., -1.,  1., -1.,  1.]])
    """
    return floats(x)[:, None] ** np.arange(degree + 1)


def fit_ridge(X: ArrayLike, y: ArrayLike, alpha: float) -> tuple[Floats, float]:
    """Fit a linear model whose weights are kept small by their squares.

    Minimises::

        ‖y - Xw - b‖² + α‖w‖²

    Stable form: the penalty is the squared error of D more examples, whose inputs are √α times
    the unit vectors and whose truth is 0. So this is least squares, with the centred data above
    and √α I below::

        minimise ‖ [yc]   [ Xc  ]   ‖²
                 ‖ [ 0] - [√α I ] w ‖

    It has the same solution as (XcᵀXc + αI) w = Xcᵀyc, without squaring the condition number.

    Parameters
    ----------
    X : array_like of float, shape (n, D)
    y : array_like of float, shape (n,)
    alpha : float
        How strong the penalty is: α ≥ 0. With α = 0 this is `fit_linear`.

    Returns
    -------
    w : ndarray of float64, shape (D,)
        For α > 0 the only minimum, also where columns depend on each other.
    b : float

    References
    ----------
    Deck 002 (named only). A. Hoerl, R. Kennard, "Ridge regression", Technometrics 12 (1970).

    Examples
    --------
    >>> w, b = fit_ridge([[1.0], [2.0], [3.0]], [1.0, 3.0, 5.0], 2.0)
    >>> w.round(9), round(b, 9)
    (array([1.]), 1.0)
    """
    Xc, yc, x_mean, y_mean = _centred(X, y)
    features = Xc.shape[1]
    inputs = np.vstack([Xc, np.sqrt(alpha) * np.eye(features)])
    truth = np.concatenate([yc, np.zeros(features)])
    w: Floats = np.linalg.lstsq(inputs, truth, rcond=None)[0]
    return w, float(y_mean - x_mean @ w)


def fit_lasso(X: ArrayLike, y: ArrayLike, alpha: float, iterations: int) -> tuple[Floats, float]:
    """Fit a linear model whose weights are kept small by their absolute values.

    Minimises::

        1/2n ‖y - Xw - b‖² + α Σ|w_j|

    by `fit_elastic_net` with ρ = 1.

    Parameters
    ----------
    X : array_like of float, shape (n, D)
    y : array_like of float, shape (n,)
    alpha : float
        How strong the penalty is: α ≥ 0. From max |Xcᵀyc| / n on, every weight is 0.
    iterations : int
        How often to go through all weights.

    Returns
    -------
    w : ndarray of float64, shape (D,)
        Weights; those that do not earn their penalty are exactly 0.
    b : float

    References
    ----------
    Deck 002 (named only). R. Tibshirani, "Regression shrinkage and selection via the lasso",
    J. R. Stat. Soc. B 58 (1996).

    Examples
    --------
    >>> w, b = fit_lasso([[1.0], [2.0], [3.0]], [1.0, 3.0, 5.0], 1 / 3, 10)
    >>> w.round(9), round(b, 9)
    (array([1.5]), 0.0)
    """
    return fit_elastic_net(X, y, alpha, 1.0, iterations)


def fit_elastic_net(
    X: ArrayLike, y: ArrayLike, alpha: float, l1_ratio: float, iterations: int
) -> tuple[Floats, float]:
    """Fit a linear model whose weights are kept small by a mixture of both penalties.

    Minimises::

        1/2n ‖y - Xw - b‖² + αρ Σ|w_j| + ½ α(1 - ρ) ‖w‖²

    by coordinate descent. With all weights but w_j held, the minimum is known::

        w_j = S(c_j - Σ_{k≠j} G_jk w_k, αρ) / (G_jj + α(1 - ρ))

    where G = XcᵀXc / n, c = Xcᵀyc / n, and S moves a number towards 0 and stops there,
    S(z, t) = sign(z) max(|z| - t, 0). One iteration does this once for j = 0, 1, …, D - 1, each
    time with the newest weights; it starts from w = 0.

    Parameters
    ----------
    X : array_like of float, shape (n, D)
    y : array_like of float, shape (n,)
    alpha : float
        How strong the penalty is: α ≥ 0.
    l1_ratio : float
        ρ, from 0 (squares only: ridge with nα) to 1 (absolute values only: lasso).
    iterations : int
        How often to go through all weights.

    Returns
    -------
    w : ndarray of float64, shape (D,)
        The weight of a column that is the same in all examples is 0.
    b : float

    References
    ----------
    Deck 002 (named only). H. Zou, T. Hastie, "Regularization and variable selection via the
    elastic net", J. R. Stat. Soc. B 67 (2005). J. Friedman, T. Hastie, R. Tibshirani,
    "Regularization paths for generalized linear models via coordinate descent", J. Stat. Softw.
    33 (2010), equation 5.

    Examples
    --------
    >>> w, b = fit_elastic_net([[1.0], [2.0], [3.0]], [1.0, 3.0, 5.0], 2 / 3, 0.5, 10)
    >>> w.round(9), round(b, 9)
    (array([1.]), 1.0)
    """
    Xc, yc, x_mean, y_mean = _centred(X, y)
    G, c = Xc.T @ Xc / len(Xc), Xc.T @ yc / len(Xc)
    w = np.zeros(len(c))
    for _ in range(iterations):
        for j in np.flatnonzero(G.diagonal()):  # a column that never changes explains nothing
            w[j] = 0.0  # so that the sum is over the others
            z = c[j] - G[j] @ w
            shrunk = np.sign(z) * max(abs(z) - alpha * l1_ratio, 0.0)
            w[j] = shrunk / (G[j, j] + alpha * (1.0 - l1_ratio))
    return w, float(y_mean - x_mean @ w)


def load_table(
    path: str | Path, target: str, missing: Literal["drop", "mean"] = "drop"
) -> tuple[Floats, Floats, list[str]]:
    r"""Read a table of numbers from a CSV file, and deal with its missing cells.

    Parameters
    ----------
    path : str or Path
        A file in UTF-8. Its first line names the columns, every other line is an example.
    target : str
        The column that is to be predicted.
    missing : {"drop", "mean"}
        ``"drop"`` leaves out every example with a missing cell. ``"mean"`` leaves out those
        without a target, and then puts the mean of a column, over the examples that are left,
        into its missing cells.

    Returns
    -------
    X : ndarray of float64, shape (n, D)
        All columns but the target, in the order of the file.
    y : ndarray of float64, shape (n,)
        The target.
    names : list of str
        The D names of the columns of X.

    Raises
    ------
    ValueError
        If no column is called `target`, or a cell holds neither a number nor one of `MISSING`.

    Notes
    -----
    A missing truth cannot be made up: the model would learn what we invented. Missing inputs
    can, at a price: the mean is right on average, but the column varies less than it should.

    References
    ----------
    Deck 002: pandas' ``read_csv``, ``isnull``, ``dropna`` and ``fillna``. This uses none of them.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "homes.csv")
    ...     _ = path.write_text("rooms,price,age\n2,100,\n3,150,10\n4,210,20\n")
    ...     print(load_table(path, "price", "mean"))
    (array([[ 2., 15.],
           [ 3., 10.],
           [ 4., 20.]]), array([100., 150., 210.]), ['rooms', 'age'])
    """
    with Path(path).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    cells = [[np.nan if cell in MISSING else float(cell) for cell in row] for row in rows if row]
    table = np.array(cells, dtype=np.float64).reshape(-1, len(header))
    position = header.index(target)
    X, y = np.delete(table, position, axis=1), table[:, position]
    known = ~np.isnan(y)
    if missing == "drop":
        known &= ~np.isnan(X).any(axis=1)
    X, y = X[known], y[known]
    if missing == "mean":
        X = np.where(np.isnan(X), np.nanmean(X, axis=0), X)
    return X, y, header[:position] + header[position + 1 :]


def _centred(X: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats, Floats, float]:
    """Return X and y without their means, and the means."""
    inputs, truth = floats(X), floats(y)
    x_mean, y_mean = column_means(inputs), float(truth.mean())
    return inputs - x_mean, truth - y_mean, x_mean, y_mean
