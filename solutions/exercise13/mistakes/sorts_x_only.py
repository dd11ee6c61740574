"""You sort x but not y along with it, so the labels no longer belong to their rows. Sort both with
np.argsort, or sort nothing but a copy of the values.

x만 정렬하고 y는 함께 정렬하지 않아 레이블이 다른 행의 것이 됩니다. np.argsort로 둘 다 정렬하거나, 값의 복사본만 정렬하세요.
"""

FAILS = "test_split_of_noisy_labels"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    x = np.sort(x)
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
