"""You try a threshold between two equal values too, and that is the value itself. Only different
neighbours have a midpoint: leave out equal ones, for example with np.unique.

같은 두 값 사이도 기준값으로 시험하는데, 그러면 기준값이 그 값 자체가 됩니다. 서로 다른 이웃 값의 중간만 쓰세요. np.unique를 쓰면 됩니다.
"""

FAILS = "test_split_of_repeated_values"


def best_split(x, y):
    if np.all(x == x[0]):
        return None, gini(y)
    values = np.sort(x)
    thresholds = (values[:-1] + values[1:]) / 2
    thresholds = thresholds[thresholds < values[-1]]
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
