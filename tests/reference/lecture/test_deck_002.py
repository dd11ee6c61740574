"""Deck 002: models, losses, distances and descent."""

import warnings
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose
from numpy.typing import NDArray

from grader.datasets import load_iris
from reference.activations import forward, relu, softmax
from reference.convolution import flatten
from reference.gradients import gradient_descent, numerical_diff, numerical_gradient
from reference.losses import cross_entropy, distance, mean_absolute_error, mean_squared_error
from reference.model_selection import train_validation_test
from reference.regression import (
    fit_elastic_net,
    fit_lasso,
    fit_linear,
    fit_ridge,
    polynomial_features,
    predict,
)
from tests.reference.lecture.figures import Figure, figure

Floats = NDArray[np.float64]


@pytest.fixture(scope="module")
def linear_model() -> Any:
    """scikit-learn, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("sklearn.linear_model")


def points(seed: int) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(12, 4)) + 1.0
    return X, X @ rng.normal(size=4) + 3.0 + 0.5 * rng.normal(size=12)


# --- data and models -------------------------------------------------------------------------


@figure("002-02")
def test_sizes_of_cifar_10(fig: Figure) -> None:
    """The data is not here to be counted; the two divisions are of the same 60,000."""
    first, second = fig.published
    assert sum(first) == sum(second) == fig.computed
    train, validation, test = second
    parts = train_validation_test(fig.computed, validation, test, np.random.default_rng(0))
    assert [len(part) for part in parts] == [train, validation, test]


@figure("002-03")
def test_rows_of_iris(fig: Figure) -> None:
    pytest.importorskip("sklearn")
    table = np.column_stack(load_iris())
    fig.must_be(np.vstack([table[:5], table[145:]]))


@figure("002-04")
def test_polynomial(fig: Figure) -> None:
    e, d, c, b, a = coefficients = np.array([0.5, -1.0, 2.0, 0.25, -0.75])
    x = np.linspace(-2, 2, 9)
    y = a * x**4 + b * x**3 + c * x**2 + d * x + e
    found = predict(polynomial_features(x, 4), coefficients, 0.0)
    assert_allclose(found, y, rtol=0, atol=fig.tolerance)


@figure("002-04")
def test_ridge_lasso_and_elastic_net(fig: Figure, linear_model: Any) -> None:
    X, y = points(0)
    strict = {"tol": 1e-14, "max_iter": 100_000}
    for (w, b), model in (
        (fit_ridge(X, y, 3.0), linear_model.Ridge(alpha=3.0)),
        (fit_lasso(X, y, 0.3, 2000), linear_model.Lasso(alpha=0.3, **strict)),
        (
            fit_elastic_net(X, y, 0.5, 0.3, 2000),
            linear_model.ElasticNet(alpha=0.5, l1_ratio=0.3, **strict),
        ),
    ):
        model.fit(X, y)
        assert_allclose([*w, b], [*model.coef_, model.intercept_], rtol=0, atol=fig.tolerance)


@figure("002-05")
def test_columns_and_rows(fig: Figure) -> None:
    """With columns, f = W2 max(W1 x, 0); the oracle's rows give the transpose of it."""
    rng = np.random.default_rng(0)
    N, D, H, C = 5, 4, 3, 2
    x, W, W1, W2 = (rng.normal(size=size) for size in ((D, N), (C, D), (H, D), (C, H)))
    assert (W @ x).shape == (C, N)
    f = W2 @ np.maximum(W1 @ x, 0)
    rows = forward(x.T, [W1.T], [np.zeros(H)], relu) @ W2.T
    assert rows.shape == (N, C)
    assert_allclose(rows.T, f, rtol=0, atol=max(fig.tolerance, 1e-12))


@figure("002-06")
def test_image_as_vector(fig: Figure) -> None:
    fig.must_be(flatten([[[[1, 2], [3, 4]]]]).size)


@figure("002-17")
def test_linear_regression_of_scikit_learn(fig: Figure, linear_model: Any) -> None:
    del fig
    x, y = np.arange(5.0), np.array([1.0, 2.5, 3.0, 4.5, 6.0])
    model = linear_model.LinearRegression().fit(x[:, np.newaxis], y)
    w, b = fit_linear(x[:, np.newaxis], y)
    assert_allclose([*model.coef_, model.intercept_], [*w, b], rtol=1e-9)
    assert_allclose(model.predict([[105]]), predict([[105.0]], w, b), rtol=1e-9)
    with pytest.raises(ValueError, match="2D array"):
        linear_model.LinearRegression().fit(x, y)


# --- distances and losses --------------------------------------------------------------------


@figure("002-07")
def test_distances(fig: Figure) -> None:
    fig.must_be([distance([5], [2]), distance([2, 1], [5, 5])])


@figure("002-08")
def test_triangle_inequality(fig: Figure) -> None:
    rng = np.random.default_rng(0)
    for order in (1, 2, 3, np.inf):
        for p, q, r in rng.normal(size=(200, 3, 2)):
            detour = distance(p, q, order) + distance(q, r, order)
            assert distance(p, r, order) <= detour + fig.tolerance
    assert distance([1, -2], [4, 2], 1) == 7
    assert distance([1, -2], [4, 2], np.inf) == 4

    def half(p: Floats, q: Floats) -> float:
        return float(np.sum(np.sqrt(np.abs(p - q))) ** 2)

    start, corner, end = np.zeros(2), np.array([1.0, 0.0]), np.ones(2)
    assert [half(start, end), half(start, corner) + half(corner, end)] == fig.computed
    with pytest.raises(ValueError, match="at least 1"):
        distance(start, end, 0.5)


@figure("002-09")
def test_mean_absolute_error(fig: Figure) -> None:
    fig.must_be(mean_absolute_error(fig.inputs["h"], fig.inputs["y"]))


@figure("002-10")
def test_mean_squared_error(fig: Figure) -> None:
    fig.must_be(mean_squared_error(fig.inputs["h"], fig.inputs["y"]))


@figure("002-11")
def test_softmax_and_its_loss(fig: Figure) -> None:
    z = np.array([0.5, -1.0, 2.0])
    f = np.exp(z) / np.sum(np.exp(z))
    assert_allclose(softmax(z), f, rtol=0, atol=fig.tolerance)
    for j in range(3):
        # The oracle adds 1e-7 to the probability.
        assert cross_entropy(f, j) == pytest.approx(-np.log(f[j] + 1e-7), abs=fig.tolerance)


# --- slopes and descent ----------------------------------------------------------------------


@figure("002-12")
def test_minimum_of_a_parabola(fig: Figure) -> None:
    def f(x: float) -> float:
        return x**2 + 4 * x + 2

    # Half of the slope is the distance to the minimum, so one step arrives.
    x, _path = gradient_descent(lambda x: 2 * x + 4, [1.0], 0.5, 1)
    fig.must_be([x[0], f(x[0])])
    assert numerical_diff(f, x[0]) == pytest.approx(0, abs=1e-8)


@figure("002-13")
def test_direction_of_descent(fig: Figure) -> None:
    fig.must_be(-numerical_gradient(lambda x: float(np.sum(x**2)), [1.0, 1.0]))


@figure("002-14")
def test_descent_table(fig: Figure) -> None:
    """X1 is the start, so X_n follows n - 1 updates: 20 for X21, 49 for X50."""
    ends = {}
    for rate, number, published in fig.published:
        _x, path = gradient_descent(lambda x: 2 * x, [2.0], rate, number)
        ends[number] = path[number - 1, 0]
        assert ends[number] == pytest.approx(published, abs=fig.tolerance)
        if number > 3:  # one update less or more is another figure
            for wrong in (path[number - 2, 0], path[number, 0]):
                assert wrong != pytest.approx(published, abs=5e-6)
    assert_allclose([ends[50], ends[21]], fig.computed, rtol=5e-8)


@figure("002-15")
def test_tangent(fig: Figure) -> None:
    def f(x: float) -> float:
        return x**2 + 2 * x

    slope = numerical_diff(f, 2.0)
    fig.must_be([slope, f(2.0) - 2.0 * slope])


@figure("002-16")
def test_errors_of_the_difference_quotients(fig: Figure) -> None:
    def cube(x: float) -> float:
        return x**3

    x, h = fig.inputs["x"], fig.inputs["h"]
    central, forward_error = fig.computed
    assert numerical_diff(cube, x, h) - 3 * x**2 == pytest.approx(central, abs=fig.tolerance)
    forward_quotient = (cube(x + h) - cube(x)) / h
    assert forward_quotient - 3 * x**2 == pytest.approx(forward_error, abs=2e-8)
