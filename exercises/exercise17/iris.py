"""Exercise 17: Iris.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Four things hold for every function here:

* ``X``, ``train`` and ``test`` have the shape (N, D): one flower a row, one measure a column.
* A class is a code 0, 1, 2, ...; ``y`` and ``codes`` are integer arrays of shape (N,), and
  ``classes``, where it is an argument, is a number.
* Float arrays may be float64 or float32; integers count as floats.
* What you are given is the same after the call as before. Only an ``rng`` moves on, as it must.
"""

import keras  # noqa: F401 - for your code
import numpy as np  # noqa: F401 - for your code


def encode_labels(names):
    """Give every name a code: its place in the alphabetical list of all different names.

    Parameters
    ----------
    names : list of str
        One name for each flower, at least one. Any names, in any order.

    Returns
    -------
    codes : ndarray of int64, shape (n,)
        The code of each name. The first name in the alphabet has the code 0.
    classes : list of str
        Every different name once, in alphabetical order (that of ``sorted``), so that
        ``classes[codes[i]] == names[i]``. A list, no array.

    Examples
    --------
    >>> codes, classes = encode_labels(["rose", "lily", "rose"])
    >>> print(codes, classes)
    [1 0 1] ['lily', 'rose']
    """
    raise NotImplementedError("Task 1: return codes and classes")


def one_hot(codes, classes):
    """Turn each code into a row with a single 1, in the column of that code.

    Parameters
    ----------
    codes : ndarray of int64, shape (n,)
        Codes from 0 to ``classes - 1``. Some classes may not occur.
    classes : int
        The number of classes.

    Returns
    -------
    ndarray of float64, shape (n, classes)
        1 in column ``codes[i]`` of row i, 0 everywhere else. (Any type of number will do.)

    Examples
    --------
    >>> one_hot(np.array([1, 0]), 3)
    array([[0., 1., 0.],
           [1., 0., 0.]])
    """
    raise NotImplementedError("Task 2: return rows with a single 1")


def split(X, y, test_fraction, rng):
    """Hold out the same share of every class for the test, at random.

    Parameters
    ----------
    X : ndarray, shape (N, D)
        One flower a row.
    y : ndarray of int64, shape (N,)
        The code of each flower. There may be any number of classes, of different sizes, and the
        flowers are in any order.
    test_fraction : float
        The share of the flowers to hold out, between 0 and 1.
    rng : numpy.random.Generator
        Draws the rows. Every flower of a class has the same chance to be held out, and the same
        state of `rng` gives the same split.

    Returns
    -------
    X_train, X_test, y_train, y_test : ndarray
        In this order. Of each class ``round(test_fraction * its rows)`` rows go to the test part
        and all the others to the training part. Row i of ``X_train`` belongs to ``y_train[i]``,
        and so for the test. The order of the rows is up to you, but their values are as in `X`.

    Examples
    --------
    >>> X, y = np.arange(10).reshape(5, 2), np.array([0, 1, 1, 1, 0])
    >>> X_train, X_test, y_train, y_test = split(X, y, 0.4, np.random.default_rng(0))
    >>> print(X_train.shape, X_test.shape, sorted(y_test.tolist()))
    (3, 2) (2, 2) [0, 1]
    """
    raise NotImplementedError("Task 3: return X_train, X_test, y_train, y_test")


def standardise(train, test):
    """Shift and scale the columns by the mean and the standard deviation of the training rows.

    Parameters
    ----------
    train : ndarray, shape (n, D)
        The training rows, at least one.
    test : ndarray, shape (m, D)
        The test rows, at least one.

    Returns
    -------
    train, test : ndarray of float64, shapes (n, D) and (m, D)
        ``(x - mean) / std`` for each column, in new arrays. `mean` and `std` come from `train`
        alone, for both. `std` is the population standard deviation, which divides by n. Where a
        column is the same in all rows of `train`, take 1 instead of its `std` of 0: so it becomes
        0 in `train`, and ``x - mean`` in `test`.

    Examples
    --------
    >>> train, test = standardise(np.array([[1.0], [3.0]]), np.array([[4.0]]))
    >>> print(train.ravel(), test.ravel())
    [-1.  1.] [2.]
    """
    raise NotImplementedError("Task 4: return both tables, shifted and scaled as `train` needs it")


def build_model():
    """Make a new network for Iris: 4 measures, 16 hidden units with ReLU, 3 classes with softmax.

    Returns
    -------
    keras.Model
        Two dense layers with biases: 131 parameters, which exist at once (so say that the input
        has the shape (4,)). Compiled with the loss categorical cross entropy and the optimizer
        Adam, with Keras's own settings (learning rate 0.001). Which metrics it has and how the
        parameters start is up to you; zeros will not learn. Every call makes another model.

    Examples
    --------
    >>> model = build_model()
    >>> model.count_params(), model.output_shape
    (131, (None, 3))
    """
    raise NotImplementedError("Task 5: return the compiled model")


def evaluate(model, X, y):
    """Return the share of the flowers whose class the model gets right.

    Parameters
    ----------
    model : keras.Model
        A trained model. ``model.predict(X)`` returns one row for each flower, with a number for
        each class. It must not be trained here.
    X : ndarray, shape (N, 4)
        One flower a row.
    y : ndarray of int64, shape (N,)
        The right code of each flower: codes, no one-hot rows.

    Returns
    -------
    float
        The accuracy, from 0 to 1. The predicted code is the column of the largest number in the
        row.

    Examples
    --------
    >>> evaluate(model, X_test, y_test)  # doctest: +SKIP
    0.9777777777777777
    """
    raise NotImplementedError("Task 6: return the share of right answers")
