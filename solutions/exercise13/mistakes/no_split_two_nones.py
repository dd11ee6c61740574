"""When x has a single value you return None twice. There is no threshold, but the labels have an
impurity all the same: return None, gini(y).

x의 값이 모두 같을 때 None을 두 번 반환합니다. 기준값은 없어도 레이블의 불순도는 있습니다. None,
gini(y)를 반환하세요.
"""

FAILS = "test_nothing_to_split"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, None
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
