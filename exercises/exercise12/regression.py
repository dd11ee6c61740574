"""Exercise 12: regression.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. What holds for every function here:

* ``X`` has shape (n, D), one example a row; ``y`` and ``x`` have shape (n,). They are numpy arrays.
* Integers count as floats, and float64 comes out.
* The arrays you are given are the same after the call as before.
* A fit returns ``w, b``: an array of shape (D,) and one number. ``b`` is never penalised.
"""

import numpy as np  # noqa: F401 - for your code
import pandas as pd  # noqa: F401 - for task 6


def predict(X, w, b):
    """Return the prediction of a linear model for each example.

    Parameters
    ----------
    X : ndarray, shape (n, D)
        One example a row.
    w : ndarray of float64, shape (D,)
        Weights.
    b : float
        Intercept.

    Returns
    -------
    ndarray of float64, shape (n,)
        ``Xw + b``.

    Examples
    --------
    >>> predict(np.array([[105.0]]), np.array([2.0]), -1.0)
    array([209.])
    """
    raise NotImplementedError("Task 1: return X @ w + b")


def fit_linear(X, y):
    """Fit a linear model: minimise ‖y - Xw - b‖² over w and b.

    Parameters
    ----------
    X : ndarray, shape (n, D)
        Columns may depend on each other (one is the sum of two others, or always 1), and there
        may be more columns than rows. Then many w are equally good; return any of them.
    y : ndarray, shape (n,)

    Returns
    -------
    w : ndarray of float64, shape (D,)
    b : float

    Examples
    --------
    >>> w, b = fit_linear(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 5.0]))
    >>> w.round(9), round(float(b), 9)
    (array([2.]), -1.0)
    """
    raise NotImplementedError("Task 1: return the w and b with the smallest squared error")


def polynomial_features(x, degree):
    """Return the powers 0, 1, …, `degree` of each input.

    Parameters
    ----------
    x : ndarray, shape (n,)
        It may hold integers, whose powers may be too large for an integer.
    degree : int
        The highest power: 0 or more.

    Returns
    -------
    ndarray of float64, shape (n, degree + 1)
        The columns 1, x, x², …, in this order. 0 to the power 0 is 1.

    Examples
    --------
    >>> polynomial_features(np.array([2, -1]), 4)
    array([[ 1.,  2.,  4.,  8., 16.],
           [ 1., -1.,  1., -1.,  1.]])
    """
    raise NotImplementedError("Task 2: return the columns 1, x, x², … up to the power `degree`")


def fit_ridge(X, y, alpha):
    """Fit a linear model by ridge: minimise ‖y - Xw - b‖² + alpha · ‖w‖² over w and b.

    The squared errors are summed, not averaged, and b is not penalised.

    Parameters
    ----------
    X : ndarray, shape (n, D)
        For alpha > 0, columns may depend on each other, and D may be larger than n.
    y : ndarray, shape (n,)
    alpha : float
        0 or more. With 0 this is the linear fit.

    Returns
    -------
    w : ndarray of float64, shape (D,)
    b : float

    Examples
    --------
    >>> w, b = fit_ridge(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 5.0]), 2.0)
    >>> w.round(9), round(float(b), 9)
    (array([1.]), 1.0)
    """
    raise NotImplementedError("Task 3: minimise the squared error plus alpha times the squared w")


def fit_lasso(X, y, alpha, iterations):
    """Fit a linear model by lasso: minimise 1/(2n) ‖y - Xw - b‖² + alpha · Σ|w| over w and b.

    Centre X and y, start from w = 0, and go through the weights `iterations` times, each time in
    the order 0, 1, …, D - 1. README.md has the formula for one weight.

    Parameters
    ----------
    X : ndarray, shape (n, D)
        The weight of a column that is the same in every row is 0.
    y : ndarray, shape (n,)
    alpha : float
        0 or more.
    iterations : int
        How often to go through all D weights: 1 or more. You may stop early, but only when
        nothing changes any more.

    Returns
    -------
    w : ndarray of float64, shape (D,)
        A weight that is shrunk to 0 is exactly 0.
    b : float

    Examples
    --------
    >>> w, b = fit_lasso(np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 5.0]), 1 / 3, 10)
    >>> w.round(9), round(float(b), 9)
    (array([1.5]), 0.0)
    """
    raise NotImplementedError("Task 4: minimise by updating one weight after the other")


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    """Fit a linear model by the elastic net, which has the penalties of lasso and ridge.

    Minimise, over w and b::

        1/(2n) ‖y - Xw - b‖² + alpha · l1_ratio · Σ|w| + ½ · alpha · (1 - l1_ratio) · ‖w‖²

    in the same way as `fit_lasso`.

    Parameters
    ----------
    X : ndarray, shape (n, D)
        The weight of a column that is the same in every row is 0.
    y : ndarray, shape (n,)
    alpha : float
        0 or more.
    l1_ratio : float
        From 0 (squares only) to 1 (absolute values only: the lasso).
    iterations : int
        How often to go through all D weights, in the order 0, 1, …, D - 1: 1 or more.

    Returns
    -------
    w : ndarray of float64, shape (D,)
    b : float

    Examples
    --------
    >>> X, y = np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 5.0])
    >>> w, b = fit_elastic_net(X, y, 2 / 3, 0.5, 10)
    >>> w.round(9), round(float(b), 9)
    (array([1.]), 1.0)
    """
    raise NotImplementedError("Task 5: minimise the squared error plus both penalties")


def load_table(path, target, missing="drop"):
    """Read a table of numbers from a CSV file and deal with its missing cells.

    A cell is missing if it is empty or holds ``NA`` or ``NaN``. All other cells are numbers.

    Parameters
    ----------
    path : str
        The file. Its first line has the names of the columns, every other line is an example.
    target : str
        The name of the column to be predicted. It may be any column.
    missing : str, default "drop"
        ``"drop"``: leave out every row with a missing cell, whether in a feature or the target.
        ``"mean"``: first leave out the rows without a target; then put the mean of its column,
        taken over the rows that are left, into each missing cell.

    Returns
    -------
    X : ndarray of float64, shape (n, D)
        All columns but the target, in the order of the file; rows in the order of the file.
    y : ndarray of float64, shape (n,)
        The target.
    names : list of str
        The names of the D columns of X.
    """
    raise NotImplementedError("Task 6: return X, y and the names of the columns of X")
