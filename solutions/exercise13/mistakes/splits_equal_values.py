"""When x has a single value you return that value as threshold, and all rows go left. Return None:
there is no split.

x의 값이 모두 같을 때 그 값을 기준값으로 반환합니다. 그러면 모든 행이 왼쪽으로 갑니다. 나눌 수 없으므로 None을 반환하세요.
"""

FAILS = "test_nothing_to_split"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return values[0], gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]


def best_question(X, y):
    column, threshold, lowest = None, None, np.inf
    for j in range(X.shape[1]):
        candidate, impurity = best_split(X[:, j], y)
        if np.ptp(X[:, j]) > 0 and impurity < lowest:
            column, threshold, lowest = j, candidate, impurity
    return column, threshold
