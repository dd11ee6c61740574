"""When several thresholds are equally good, you keep the last (a <= in place of <). The lowest is
asked.

똑같이 좋은 기준값이 여러 개일 때 마지막 것을 고릅니다(< 대신 <=). 가장 작은 것을 골라야 합니다.
"""

FAILS = "test_first_of_equal_splits"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = len(impurities) - 1 - np.argmin(impurities[::-1])
    return thresholds[best], impurities[best]
