"""The hidden suite of exercise12.

The examples are never centred and every column has a size of its own, so that a penalised
intercept, a forgotten mean and a missing division by ‖x‖² all show. A fit is one formula with one
minimum, so it is compared with the oracle's minimum, however it was found; only the check of the
sweeps looks at the way. Where columns depend on each other, many w are right, and only the
predictions are compared: there the numbers are small and whole, so that sums of them are exact
and no rounding decides whether a matrix is singular.
"""

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import regression

SWEEPS = 300  # of well-conditioned examples: far more than it takes
PREDICTIONS = Text("the predictions", "예측")
FOUND = {"rtol": 1e-6, "atol": 1e-9}  # how near a minimum must be that is approached in sweeps


def signed(rng, shape=None):
    """Draw numbers of both signs that are neither small nor large."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 2.0, shape)


def examples(rng, n, features):
    """Draw examples around a plane: not centred, each column with its own size, w of both signs."""
    sizes = rng.permutation(np.linspace(0.6, 1.8, features))
    X = rng.standard_normal((n, features)) * sizes + 2 * signed(rng, features)
    signs = rng.choice([-1.0, 1.0]) * rng.permutation(np.resize([1.0, -1.0], features))
    w = signs * rng.uniform(0.5, 2.0, features)
    y = X @ w + 3 * signed(rng) + 0.5 * rng.standard_normal(n)
    return X, y


def whole_examples(rng, n, features):
    """Draw examples that are integers, with both signs."""
    X, y = examples(rng, n, features)
    return np.rint(3 * X).astype(np.int64), np.rint(3 * y).astype(np.int64)


def strongest(X, y):
    """Return the α from which on every weight of the lasso is 0."""
    return float(np.max(np.abs((X - X.mean(axis=0)).T @ (y - y.mean())))) / len(y)


def model_of(fit, features, *arguments):
    """Fit, and return w and b after a statement about their shapes."""
    answer = expect(fit)(*arguments)
    answer.to_satisfy(
        lambda model: len(model) == 2, Text("it is a pair (w, b)", "(w, b) 한 쌍입니다")
    )
    w, b = answer.value
    expect.value(w, "w").to_have_shape((features,)).to_be_finite()
    expect.value(b, "b").to_have_shape(()).to_be_finite()
    return w, b


def check_treatment(fit, oracle, rng, *rest):
    """State that `fit` takes integers as floats and changes neither X nor y."""
    X, y = whole_examples(rng, 11, 3)
    expect(fit)(X, y, *rest).to_match(oracle, **FOUND).to_leave_arguments_unchanged()
    X, y = examples(rng, 11, 3)
    expect(fit)(X, y, *rest).to_match(oracle, **FOUND).to_leave_arguments_unchanged()


# --- task 1 ----------------------------------------------------------------------------------


@pytest.mark.task(1, points=1)
def test_prediction(student, rng):
    """A prediction is the weighted sum of the features plus b, one number for each row.

    예측은 특성의 가중합에 b를 더한 값이고, 행마다 수 하나입니다.
    """
    for n, features in ((5, 3), (1, 4), (4, 1)):
        X = signed(rng, (n, features))
        w, b = signed(rng, features), float(signed(rng))
        expect(student.predict)(X, w, b).to_match(regression.predict).to_leave_arguments_unchanged()
    expect(student.predict)(rng.integers(-5, 6, (5, 3)), signed(rng, 3), 0.5).to_match(
        regression.predict
    )


@pytest.mark.task(1, points=2)
def test_linear_fit(student, rng):
    """The weights and the intercept with the smallest squared error are found.

    제곱 오차가 가장 작은 가중치와 절편을 찾습니다.
    """
    for n, features in ((12, 4), (9, 1), (7, 5)):
        X, y = examples(rng, n, features)
        expect(student.fit_linear)(X, y).to_match(regression.fit_linear)


@pytest.mark.task(1, points=1)
def test_linear_fit_of_whole_numbers(student, rng):
    """fit_linear treats integers as floats, and X and y are the same after the call.

    fit_linear는 정수를 실수형으로 다루고, X와 y는 호출 뒤에도 그대로입니다.
    """
    check_treatment(student.fit_linear, regression.fit_linear, rng)


@pytest.mark.task(1, points=1)
def test_dependent_columns(student, rng):
    """Where columns of X depend on each other, points on a plane are still predicted exactly.

    X의 열이 서로 종속이어도 평면 위의 점은 정확히 예측합니다.
    """
    # On a plane: else solvers that keep a singular value of 1e-16 would turn errors into weights.
    n = 8
    while True:
        a, b, c = rng.integers(-4, 5, (3, n + 4)).astype(float)
        if np.linalg.cond(np.column_stack([a[:n], b[:n], c[:n], np.ones(n)])) < 20:
            break
    y = 2 * a - 3 * b + 5 * c + float(rng.integers(3, 9))
    for columns in ([a, b, a, c], [a, b, c, a + b, np.ones(n + 4)]):
        X = np.column_stack(columns)
        w, b0 = model_of(student.fit_linear, len(columns), X[:n], y[:n])
        # Nothing is asked but the predictions; the new examples keep the same rule.
        predictions = regression.predict(X, w, b0)
        expect.value(predictions, PREDICTIONS).to_match(y, rtol=1e-6, atol=1e-6)


@pytest.mark.task(1, points=1)
def test_ten_points_and_nine_powers(student, rng):
    """With powers up to 9, ten points are met exactly, and the points between them are missed.

    9차까지의 거듭제곱으로는 점 열 개를 정확히 지나지만, 그 사이의 점은 크게 빗나갑니다.
    """
    x, between = np.linspace(-1, 1, 10), np.linspace(-8 / 9, 8 / 9, 9)
    noise = rng.uniform(0.2, 0.4) * (-1.0) ** np.arange(10)
    y, truth = np.sin(3 * x) + noise, np.sin(3 * between)

    def errors(degree, fit):
        X, new = (regression.polynomial_features(points, degree) for points in (x, between))
        w, b = fit(X, y)
        train, test = regression.predict(X, w, b) - y, regression.predict(new, w, b) - truth
        return np.mean(train**2), np.mean(test**2)

    train3, test3 = errors(3, regression.fit_linear)
    train9, test9 = errors(9, lambda X, y: model_of(student.fit_linear, 10, X, y))
    expect.that(
        train9 < 1e-8 < train3,
        Text("the error at the ten points falls to 0", "점 열 개에서의 오차가 0까지 줄어듭니다"),
    )
    expect.that(
        test9 > 2 * test3,
        Text("the error between them grows", "점 열 개 사이에서는 오차가 커집니다"),
    )


# --- task 2 ----------------------------------------------------------------------------------


@pytest.mark.task(2, points=2)
def test_powers(student, rng):
    """The columns are the powers 0, 1, …, degree of x, in this order.

    열은 x의 0제곱, 1제곱, …, degree제곱이고 순서도 이와 같습니다.
    """
    for n, degree in ((5, 3), (4, 6), (3, 1), (2, 0), (1, 2)):
        expect(student.polynomial_features)(signed(rng, n), degree).to_match(
            regression.polynomial_features
        )
    zero = np.append(signed(rng, 2), 0.0)
    expect(student.polynomial_features)(zero, 2).to_match(regression.polynomial_features)


@pytest.mark.task(2, points=1)
def test_powers_of_whole_numbers(student, rng):
    """Powers of integers are floats, also where they are too large for an integer.

    정수의 거듭제곱도 실수형입니다. 정수 자료형에 담을 수 없을 만큼 커도 마찬가지입니다.
    """
    x = rng.choice([-1, 1], 4) * rng.integers(20, 40, 4)
    for degree in (2, 17):
        expect(student.polynomial_features)(x, degree).to_match(
            regression.polynomial_features
        ).to_leave_arguments_unchanged()


# --- task 3 ----------------------------------------------------------------------------------


@pytest.mark.task(3, points=2)
def test_ridge(student, rng):
    """Ridge finds the minimum of ‖y - Xw - b‖² + α‖w‖², also where columns depend on each other.

    릿지는 열이 서로 종속이어도 ‖y - Xw - b‖² + α‖w‖²의 최솟값을 찾습니다.
    """
    X, y = examples(rng, 12, 4)
    expect(student.fit_ridge)(X, y, 3.0).to_match(regression.fit_ridge)
    X, y = examples(rng, 5, 7)  # more features than examples
    expect(student.fit_ridge)(X, y, float(rng.uniform(0.3, 0.7))).to_match(regression.fit_ridge)
    X, y = examples(rng, 9, 2)
    X = np.column_stack([X, X[:, 0], np.ones(9)])
    expect(student.fit_ridge)(X, y, 5.0).to_match(regression.fit_ridge)


@pytest.mark.task(3, points=1)
def test_ends_of_ridge(student, rng):
    """Without a penalty ridge is the linear fit; under a huge one w is nearly 0 and b is ȳ.

    벌점이 없으면 릿지는 선형 회귀와 같고, 벌점이 아주 크면 w는 0에 가깝고 b는 ȳ입니다.
    """
    X, y = examples(rng, 10, 3)
    expect(student.fit_ridge)(X, y, 0.0).to_match(regression.fit_linear(X, y))
    w, b = model_of(student.fit_ridge, 3, X, y, 1e12)
    expect.value(w, "w").to_match(np.zeros(3), atol=1e-8)
    expect.value(b, "b").to_match(y.mean(), rtol=1e-8, atol=1e-7)


@pytest.mark.task(3, points=1)
def test_ridge_of_whole_numbers(student, rng):
    """fit_ridge treats integers as floats, and X and y are the same after the call.

    fit_ridge는 정수를 실수형으로 다루고, X와 y는 호출 뒤에도 그대로입니다.
    """
    check_treatment(student.fit_ridge, regression.fit_ridge, rng, 2)


# --- task 4 ----------------------------------------------------------------------------------


@pytest.mark.task(4, points=2)
def test_lasso(student, rng):
    """After many iterations the lasso is at the minimum of 1/2n ‖y - Xw - b‖² + α Σ|w|.

    여러 번 되풀이하면 라쏘는 1/2n ‖y - Xw - b‖² + α Σ|w|의 최솟값에 이릅니다.
    """
    X, y = examples(rng, 30, 5)
    for share in (0.1, 0.4):
        alpha = share * strongest(X, y)
        expect(student.fit_lasso)(X, y, alpha, SWEEPS).to_match(regression.fit_lasso, **FOUND)
    expect(student.fit_lasso)(X, y, 0.0, SWEEPS).to_match(regression.fit_linear(X, y), **FOUND)


@pytest.mark.task(4, points=1)
def test_sweeps(student, rng):
    """One iteration updates every weight once, from the first to the last, starting at w = 0.

    반복 한 번에 모든 가중치를 처음부터 끝까지 한 번씩 갱신하고, w = 0에서 시작합니다.
    """
    for features in (4, 3):
        X, y = examples(rng, 9, features)
        X = X + np.roll(X, -1, axis=1)  # columns that share much: the way is long
        alpha = 0.02 * strongest(X, y)
        for iterations in (1, 2, 4):
            expect(student.fit_lasso)(X, y, alpha, iterations).to_match(regression.fit_lasso)


@pytest.mark.task(4, points=1)
def test_exact_zeros(student, rng):
    """Weights not worth their penalty are exactly 0; under a strong one all are, and b is ȳ.

    벌점을 감수할 만큼 쓸모 있지 않은 가중치는 정확히 0입니다. 벌점이 강하면 모두 0이고 b는 ȳ입니다.
    """
    X, y = examples(rng, 25, 4)
    useless = np.column_stack([X, rng.standard_normal((25, 3))])
    alpha = 0.3 * strongest(X, y)
    w, _b = regression.fit_lasso(useless, y, alpha, SWEEPS)
    fit = expect(student.fit_lasso)(useless, y, alpha, SWEEPS).to_match(
        regression.fit_lasso, **FOUND
    )
    expect.that(
        np.all(np.asarray(fit.value[0])[w == 0] == 0),
        Text("weights at 0 are exactly 0", "0이어야 할 가중치는 정확히 0입니다"),
    )
    edge = strongest(X, y)
    expect(student.fit_lasso)(X, y, 1.01 * edge, SWEEPS).to_match(
        (np.zeros(4), y.mean())
    ).to_satisfy(
        lambda model: np.all(np.asarray(model[0]) == 0),
        Text("every weight is exactly 0", "모든 가중치가 정확히 0입니다"),
    )
    expect(student.fit_lasso)(X, y, 0.97 * edge, SWEEPS).to_match(regression.fit_lasso, **FOUND)


@pytest.mark.task(4, points=1)
def test_lasso_of_every_kind_of_column(student, rng):
    """fit_lasso takes integers as floats, leaves X and y alone, and copes with every column.

    fit_lasso는 정수를 실수형으로 다루고, X와 y를 바꾸지 않으며, 상수 열이나 같은 열도 다룹니다.
    """
    check_treatment(student.fit_lasso, regression.fit_lasso, rng, 1, SWEEPS)
    X, y = examples(rng, 20, 3)
    X = np.insert(X, 1, 1.0, axis=1)
    expect(student.fit_lasso)(X, y, 0.2, SWEEPS).to_match(regression.fit_lasso, **FOUND)
    X = np.column_stack([X, X[:, 2]])  # a column twice: how they share is free
    w, b = model_of(student.fit_lasso, 5, X, y, 0.2, SWEEPS)
    expected = regression.predict(X, *regression.fit_lasso(X, y, 0.2, SWEEPS))
    expect.value(regression.predict(X, w, b), PREDICTIONS).to_match(expected, **FOUND)


# --- task 5 ----------------------------------------------------------------------------------


@pytest.mark.task(5, points=1)
def test_elastic_net(student, rng):
    """The elastic net is at the minimum of its formula, with both penalties in their shares.

    엘라스틱 넷은 두 벌점이 제 몫만큼 든 식의 최솟값에 이릅니다.
    """
    X, y = examples(rng, 30, 5)
    alpha = 0.3 * strongest(X, y)
    for l1_ratio in (0.3, float(rng.uniform(0.6, 0.9))):
        expect(student.fit_elastic_net)(X, y, alpha, l1_ratio, SWEEPS).to_match(
            regression.fit_elastic_net, **FOUND
        )
    expect(student.fit_elastic_net)(X[:9], y[:9], alpha, 0.3, 2).to_match(
        regression.fit_elastic_net
    )


@pytest.mark.task(5, points=1)
def test_ends_of_l1_ratio(student, rng):
    """With l1_ratio 1 the elastic net is the lasso, with 0 it is ridge with n · α.

    l1_ratio가 1이면 엘라스틱 넷은 라쏘이고, 0이면 n · α의 릿지입니다.
    """
    X, y = examples(rng, 14, 3)
    alpha = 0.2 * strongest(X, y)
    net = expect(student.fit_elastic_net)
    net(X, y, alpha, 1.0, SWEEPS).to_match(regression.fit_lasso(X, y, alpha, SWEEPS), **FOUND)
    net(X, y, alpha, 0.0, SWEEPS).to_match(regression.fit_ridge(X, y, 14 * alpha), **FOUND)


@pytest.mark.task(5, points=1)
def test_elastic_net_of_every_kind_of_column(student, rng):
    """fit_elastic_net takes integers as floats, leaves X and y alone, and copes with every column.

    fit_elastic_net은 정수를 실수형으로 다루고, X와 y를 바꾸지 않으며, 상수 열이 있어도 됩니다.
    """
    check_treatment(student.fit_elastic_net, regression.fit_elastic_net, rng, 1, 0.3, SWEEPS)
    X, y = examples(rng, 20, 3)
    X = np.insert(X, 1, 1.0, axis=1)
    for l1_ratio in (1.0, 0.4):
        expect(student.fit_elastic_net)(X, y, 0.2, l1_ratio, SWEEPS).to_match(
            regression.fit_elastic_net, **FOUND
        )


# --- task 6 ----------------------------------------------------------------------------------


NAMES = ("rooms", "area", "year", "floor", "lift")  # neither sorted nor by length


def table(rng, n=14):
    """Make the names, the numbers and the text of a table; NaN where a cell is missing.

    The last three rows lack their target (column 2), one of them a feature too, three others lack
    one feature or two, and the missing cells are written in each way that the exercise names. The
    rows without a target are far off, so that they show in a mean they should not be in.
    """
    numbers = np.round(10 * signed(rng, (n, len(NAMES))), 3)
    numbers[:, 0] = rng.integers(-9, 10, n)
    order = rng.permutation(n - 3)
    numbers[order[0], 0] = numbers[order[1], 4] = numbers[order[2], 1] = np.nan
    numbers[order[2], 3] = np.nan
    numbers[-3:] += 100
    numbers[-3:, 2] = numbers[-1, 4] = np.nan
    numbers = rng.permutation(numbers)
    missing = iter(["", "NA", "NaN"] * 3)
    lines = [",".join(NAMES)]
    for row in numbers:
        cells = [next(missing) if np.isnan(x) else f"{x:g}" for x in row]
        lines.append(",".join(cells))
    return numbers, "\n".join(lines) + "\n"


def expected_table(numbers, target, missing):
    """Return what load_table must, from the numbers themselves."""
    position = NAMES.index(target)
    X, y = np.delete(numbers, position, axis=1), numbers[:, position]
    keep = ~np.isnan(y) if missing == "mean" else ~np.isnan(numbers).any(axis=1)
    X, y = X[keep], y[keep]
    for column in X.T:
        known = column[~np.isnan(column)]
        column[np.isnan(column)] = known.mean()
    return X, y, [name for name in NAMES if name != target]


@pytest.mark.task(6, points=1)
def test_incomplete_rows_are_dropped(student, rng):
    """By default, and with 'drop', every row with a missing cell is left out.

    기본값과 'drop'에서는 빠진 칸이 있는 행을 모두 뺍니다.
    """
    numbers, text = table(rng)
    path = student.write("homes.csv", text)
    expected = expected_table(numbers, "year", "drop")
    expect(student.load_table)(path, "year").to_match(expected)
    expect(student.load_table)(path, "year", missing="drop").to_match(expected)


@pytest.mark.task(6, points=1)
def test_missing_features_are_filled(student, rng):
    """With 'mean', rows without a target are dropped, then gaps get the mean of their column.

    'mean'에서는 타깃이 없는 행을 먼저 빼고, 남은 빈칸을 그 열의 평균으로 채웁니다.
    """
    numbers, text = table(rng)
    path = student.write("homes.csv", text)
    expected = expected_table(numbers, "year", "mean")
    expect(student.load_table)(path, "year", "mean").to_match(expected)


@pytest.mark.task(6, points=1)
def test_target_is_any_column(student, rng):
    """The target may be any column; the others keep the order they have in the file.

    타깃은 어느 열이든 될 수 있고, 나머지 열은 파일에 있는 순서를 유지합니다.
    """
    numbers, text = table(rng)
    path = student.write("homes.csv", text)
    for target, missing in (("rooms", "drop"), ("lift", "mean"), ("area", "drop")):
        expected = expected_table(numbers, target, missing)
        expect(student.load_table)(path, target, missing).to_match(expected)
    whole = rng.integers(-9, 10, (4, 5))
    lines = [",".join(NAMES), *(",".join(map(str, row)) for row in whole)]
    path = student.write("whole.csv", "\n".join(lines) + "\n")
    expected = expected_table(whole.astype(float), "floor", "drop")
    expect(student.load_table)(path, "floor").to_match(expected)
