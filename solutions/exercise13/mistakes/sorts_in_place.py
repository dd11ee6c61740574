"""You sort the caller's x, with x.sort(). Sort a copy: np.sort(x).

x.sort()로 함수를 부른 쪽의 x를 정렬했습니다. np.sort(x)처럼 복사본을 정렬하세요.
"""

FAILS = "test_split_of_noisy_labels"


def best_split(x, y):
    order = np.argsort(x, kind="stable")
    y = y[order]
    x.sort()
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
