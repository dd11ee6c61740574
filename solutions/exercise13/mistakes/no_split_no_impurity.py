"""When x has a single value you return 0 as impurity. Nothing is split then, so it is gini(y).

x의 값이 모두 같을 때 불순도로 0을 반환합니다. 나눈 것이 없으므로 gini(y)입니다.
"""

FAILS = "test_nothing_to_split"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, 0.0
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
