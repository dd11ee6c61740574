"""The oracle of exercise12, checked against scikit-learn, SciPy, pandas and closed forms."""

import doctest
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from scipy import optimize

from reference import regression
from reference.regression import (
    fit_elastic_net,
    fit_lasso,
    fit_linear,
    fit_ridge,
    load_table,
    polynomial_features,
    predict,
)

Floats = NDArray[np.float64]

seeds = st.integers(0, 2**32 - 1)
alphas = st.floats(0.01, 10.0)
shares = st.floats(0.0, 1.0)


def data(seed: int, n: int = 12, features: int = 4) -> tuple[Floats, Floats]:
    """Draw examples that are not centred, with columns of different sizes."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, features)) * rng.uniform(0.5, 2.0, features) + rng.normal(size=features)
    return X, X @ rng.normal(size=features) + 3.0 + 0.5 * rng.normal(size=n)


def penalised(
    X: Floats, y: Floats, w: Floats, b: float, alpha: float, l1_ratio: float = 1.0
) -> float:
    """Return what the elastic net minimises, as written in its docstring."""
    error = np.sum((y - X @ w - b) ** 2) / (2 * len(y))
    squares = alpha * (1.0 - l1_ratio) * np.sum(w**2) / 2
    return float(error + alpha * l1_ratio * np.sum(np.abs(w)) + squares)


# --- independent implementations ---------------------------------------------------------------


@pytest.fixture(scope="module")
def linear_model() -> Any:
    """scikit-learn, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("sklearn.linear_model")


@pytest.mark.parametrize("seed", range(5))
def test_the_linear_fit_is_scikit_learns(linear_model: Any, seed: int) -> None:
    X, y = data(seed)
    model = linear_model.LinearRegression().fit(X, y)
    w, b = fit_linear(X, y)
    assert_allclose(w, model.coef_, rtol=1e-9)
    assert_allclose(b, model.intercept_, rtol=1e-9)
    assert_allclose(predict(X, w, b), model.predict(X), rtol=1e-9)


@pytest.mark.parametrize(("n", "features"), [(12, 4), (5, 7)])
@pytest.mark.parametrize("alpha", [0.5, 3.0, 100.0])
def test_ridge_is_scikit_learns(linear_model: Any, n: int, features: int, alpha: float) -> None:
    X, y = data(6, n, features)
    model = linear_model.Ridge(alpha=alpha, solver="svd").fit(X, y)
    w, b = fit_ridge(X, y, alpha)
    assert_allclose(w, model.coef_, rtol=1e-9)
    assert_allclose(b, model.intercept_, rtol=1e-9)


@pytest.mark.parametrize("alpha", [0.05, 0.3, 1.0, 50.0])
@pytest.mark.parametrize("seed", range(3))
def test_the_lasso_is_scikit_learns(linear_model: Any, seed: int, alpha: float) -> None:
    X, y = data(seed)
    model = linear_model.Lasso(alpha=alpha, tol=1e-14, max_iter=100_000).fit(X, y)
    w, b = fit_lasso(X, y, alpha, 2000)
    assert_allclose(w, model.coef_, rtol=1e-6, atol=1e-9)
    assert_allclose(b, model.intercept_, rtol=1e-6)
    assert_array_equal(w == 0.0, model.coef_ == 0.0)


@pytest.mark.parametrize("l1_ratio", [0.1, 0.3, 0.7])
@pytest.mark.parametrize("seed", range(3))
def test_the_elastic_net_is_scikit_learns(linear_model: Any, seed: int, l1_ratio: float) -> None:
    X, y = data(seed)
    model = linear_model.ElasticNet(alpha=0.5, l1_ratio=l1_ratio, tol=1e-14, max_iter=100_000)
    model.fit(X, y)
    w, b = fit_elastic_net(X, y, 0.5, l1_ratio, 2000)
    assert_allclose(w, model.coef_, rtol=1e-6, atol=1e-9)
    assert_allclose(b, model.intercept_, rtol=1e-6)


def test_scipys_minimum_of_the_ridge_formula() -> None:
    X, y = data(7)

    def formula(parameters: Floats) -> float:
        w, b = parameters[:-1], parameters[-1]
        return float(np.sum((y - X @ w - b) ** 2) + 3.0 * np.sum(w**2))

    found = optimize.minimize(formula, np.zeros(5), method="BFGS", options={"gtol": 1e-4}).x
    w, b = fit_ridge(X, y, 3.0)
    assert_allclose([*w, b], found, atol=1e-4)


def test_scipys_minimum_of_the_elastic_net_formula() -> None:
    X, y = data(8, 20, 3)

    def formula(parameters: Floats) -> float:
        return penalised(X, y, parameters[:-1], parameters[-1], 0.5, 0.3)

    found = optimize.minimize(
        formula,
        np.zeros(4),
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-14, "maxiter": 20_000, "maxfev": 20_000},
    ).x
    w, b = fit_elastic_net(X, y, 0.5, 0.3, 500)
    assert_allclose([*w, b], found, atol=1e-5)


def test_the_features_are_numpys_vandermonde_matrix() -> None:
    x = np.random.default_rng(9).normal(size=5)
    for degree in range(7):
        expected: Floats = np.vander(x, degree + 1, increasing=True)
        assert_allclose(polynomial_features(x, degree), expected, rtol=1e-12)


def test_a_polynomial_fit_is_numpys() -> None:
    rng = np.random.default_rng(10)
    x, y = rng.normal(size=12), rng.normal(size=12)
    w, b = fit_linear(polynomial_features(x, 3), y)
    expected = np.polynomial.Polynomial.fit(x, y, 3).convert().coef.astype(np.float64)
    assert w[0] == pytest.approx(0.0, abs=1e-12)  # the shortest solution leaves the constant to b
    assert_allclose([b, *w[1:]], expected, rtol=1e-9)


TABLE = """\
rooms,price,area,age
2,100.5,,30
3,,50.25,12
,310,81,
4,205,NA,5
-1,1e2,7.5,8

5,250,NaN,nan
6,,,
"""


@pytest.mark.parametrize("target", ["rooms", "price", "age"])
def test_tables_are_pandas(tmp_path: Path, target: str) -> None:
    pd = pytest.importorskip("pandas")
    path = tmp_path / "homes.csv"
    path.write_text(TABLE, encoding="utf-8")
    table = pd.read_csv(path)

    X, y, names = load_table(path, target)
    complete = table[~table.isnull().any(axis=1)]
    assert_array_equal(X, complete.drop(columns=target))
    assert_array_equal(y, complete[target])
    assert names == list(table.columns.drop(target))

    X, y, names = load_table(str(path), target, "mean")
    known = table.dropna(subset=[target])
    assert_allclose(X, known.drop(columns=target).fillna(known.mean()), rtol=1e-12)
    assert_array_equal(y, known[target])
    assert names == list(table.columns.drop(target))


# --- closed forms and laws ---------------------------------------------------------------------


@given(seeds)
def test_the_errors_of_a_linear_fit_are_at_right_angles_to_every_column(seed: int) -> None:
    X, y = data(seed)
    error = y - predict(X, *fit_linear(X, y))
    assert_allclose(X.T @ error, 0.0, atol=1e-9)
    assert error.sum() == pytest.approx(0.0, abs=1e-9)


@given(seeds)
def test_truth_without_noise_is_found(seed: int) -> None:
    rng = np.random.default_rng(seed)
    X, w, b = rng.normal(size=(9, 3)), rng.normal(size=3), rng.normal()
    found, intercept = fit_linear(X, X @ w + b)
    assert_allclose(found, w, atol=1e-9)
    assert intercept == pytest.approx(b, abs=1e-9)


@given(seeds)
def test_dependent_columns_do_not_change_the_predictions(seed: int) -> None:
    X, y = data(seed)
    more = np.column_stack([X, X[:, 0], X[:, 1] - 2 * X[:, 2], np.ones(len(X))])
    assert_allclose(predict(more, *fit_linear(more, y)), predict(X, *fit_linear(X, y)), atol=1e-9)


@given(seeds, alphas)
def test_the_slope_of_the_ridge_formula_is_0_at_its_minimum(seed: int, alpha: float) -> None:
    X, y = data(seed, 5, 7)
    w, b = fit_ridge(X, y, alpha)
    error = y - X @ w - b
    assert_allclose(X.T @ error, alpha * w, atol=1e-8)
    assert error.sum() == pytest.approx(0.0, abs=1e-8)


@given(seeds, alphas)
def test_ridge_solves_the_normal_equations(seed: int, alpha: float) -> None:
    X, y = data(seed)
    Xc, yc = X - X.mean(axis=0), y - y.mean()
    expected = np.linalg.solve(Xc.T @ Xc + alpha * np.eye(4), Xc.T @ yc)
    assert_allclose(fit_ridge(X, y, alpha)[0], expected, rtol=1e-9, atol=1e-12)


@given(seeds, alphas, alphas)
def test_a_stronger_penalty_makes_shorter_weights_and_larger_errors(
    seed: int, first: float, second: float
) -> None:
    X, y = data(seed)
    weak, strong = sorted((first, second))
    (w1, b1), (w2, b2) = fit_ridge(X, y, weak), fit_ridge(X, y, strong)
    assert np.linalg.norm(w2) <= np.linalg.norm(w1) + 1e-9
    assert np.sum((y - predict(X, w2, b2)) ** 2) >= np.sum((y - predict(X, w1, b1)) ** 2) - 1e-9


@given(seeds, alphas, shares)
def test_the_elastic_net_fulfils_its_conditions(seed: int, alpha: float, l1_ratio: float) -> None:
    X, y = data(seed, 30)
    w, b = fit_elastic_net(X, y, alpha, l1_ratio, 1000)
    error = y - X @ w - b
    pull = X.T @ error / len(y) - alpha * (1.0 - l1_ratio) * w  # what is left to the |w| term
    assert error.sum() == pytest.approx(0.0, abs=1e-8)
    assert np.all(np.abs(pull) <= alpha * l1_ratio + 1e-8)
    assert_allclose(pull[w != 0], alpha * l1_ratio * np.sign(w[w != 0]), atol=1e-8)


@given(seeds, alphas, shares, st.integers(0, 8))
def test_no_sweep_climbs(seed: int, alpha: float, l1_ratio: float, iterations: int) -> None:
    X, y = data(seed)
    before = fit_elastic_net(X, y, alpha, l1_ratio, iterations)
    after = fit_elastic_net(X, y, alpha, l1_ratio, iterations + 1)
    height = penalised(X, y, *before, alpha, l1_ratio)
    assert penalised(X, y, *after, alpha, l1_ratio) <= height + 1e-9


@given(seeds, alphas)
def test_no_absolute_values_are_ridge_with_n_alpha(seed: int, alpha: float) -> None:
    X, y = data(seed)
    w, b = fit_elastic_net(X, y, alpha, 0.0, 3000)
    expected, intercept = fit_ridge(X, y, len(y) * alpha)
    assert_allclose(w, expected, rtol=1e-6, atol=1e-8)
    assert b == pytest.approx(intercept, rel=1e-6, abs=1e-6)


@given(seeds)
def test_from_the_largest_correlation_on_every_weight_of_the_lasso_is_0(seed: int) -> None:
    X, y = data(seed)
    largest = float(np.max(np.abs((X - X.mean(axis=0)).T @ (y - y.mean())))) / len(y)
    w, b = fit_lasso(X, y, 1.0001 * largest, 3)
    assert_array_equal(w, 0.0)
    assert b == pytest.approx(y.mean())
    assert np.count_nonzero(fit_lasso(X, y, 0.9999 * largest, 100)[0]) >= 1


@given(seeds)
def test_columns_at_right_angles_are_shrunk_one_by_one(seed: int) -> None:
    rng = np.random.default_rng(seed)
    basis = np.linalg.qr(np.column_stack([np.ones(8), rng.normal(size=(8, 3))]))[0]
    X, y = basis[:, 1:] * np.sqrt(8), rng.normal(size=8)  # centred, of size 1, at right angles
    z = X.T @ y / 8
    w, _ = fit_lasso(X, y, 0.2, 1)
    assert_allclose(w, np.sign(z) * np.maximum(np.abs(z) - 0.2, 0.0), atol=1e-12)
    w, _ = fit_elastic_net(X, y, 0.4, 0.25, 1)
    assert_allclose(w, np.sign(z) * np.maximum(np.abs(z) - 0.1, 0.0) / 1.3, atol=1e-12)
    w, _ = fit_ridge(X, y, 2.0)
    assert_allclose(w, z * 8 / (8 + 2.0), atol=1e-12)


def test_no_sweep_leaves_the_mean() -> None:
    X, y = data(11)
    w, b = fit_lasso(X, y, 0.1, 0)
    assert_array_equal(w, 0.0)
    assert b == pytest.approx(y.mean())


@pytest.mark.parametrize(("alpha", "l1_ratio"), [(0.1, 1.0), (0.1, 0.3), (0.0, 1.0)])
def test_a_column_that_never_changes_has_weight_0(alpha: float, l1_ratio: float) -> None:
    X, y = data(12)
    more = np.insert(X, 2, 0.7, axis=1)
    assert more[:, 2].mean() != 0.7
    w, b = fit_elastic_net(more, y, alpha, l1_ratio, 500)
    expected, intercept = fit_elastic_net(X, y, alpha, l1_ratio, 500)
    assert_allclose(np.delete(w, 2), expected, atol=1e-9)
    assert w[2] == 0.0
    assert b == pytest.approx(intercept)


def test_ten_points_and_degree_nine() -> None:
    rng = np.random.default_rng(13)
    x, new = np.linspace(-1.0, 1.0, 10), np.linspace(-0.95, 0.95, 50)
    noisy = np.sin(3 * x) + 0.3 * rng.normal(size=10)
    train, test = [], []
    for degree in (1, 3, 9):
        w, b = fit_linear(polynomial_features(x, degree), noisy)
        train.append(np.mean((noisy - predict(polynomial_features(x, degree), w, b)) ** 2))
        test.append(
            np.mean((np.sin(3 * new) - predict(polynomial_features(new, degree), w, b)) ** 2)
        )
    assert train[0] > train[1] > train[2]
    assert train[2] == pytest.approx(0.0, abs=1e-15)
    assert test[2] > test[1]


# --- every kind of input -------------------------------------------------------------------------


@given(st.integers(-30, 30), st.integers(0, 20))
def test_powers_of_whole_numbers_are_exact_in_floats(x: int, degree: int) -> None:
    features = polynomial_features(np.array([x]), degree)
    assert features.dtype == np.float64
    assert_allclose(features[0], [float(x**k) for k in range(degree + 1)], rtol=1e-12)


def test_whole_numbers_count_as_floats_and_arguments_stay_as_they_are() -> None:
    X, y = np.array([[1, -2], [3, 0], [-4, 5], [2, 2]]), np.array([1, -1, 3, 7])
    for array in (X, y):
        array.flags.writeable = False  # numpy would refuse to write
    for one, two in (
        (fit_linear(X, y), fit_linear(X * 1.0, y * 1.0)),
        (fit_ridge(X, y, 2), fit_ridge(X * 1.0, y * 1.0, 2.0)),
        (fit_lasso(X, y, 1, 20), fit_lasso(X * 1.0, y * 1.0, 1.0, 20)),
    ):
        assert_array_equal(one[0], two[0])
        assert one[0].dtype == np.float64
        assert type(one[1]) is float
        assert one[1] == two[1]


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(regression)
    assert results.attempted > 0
    assert results.failed == 0
