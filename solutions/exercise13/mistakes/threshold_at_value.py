"""Your threshold is a value of x itself, the last one on the left. The midpoint to the next value
is asked: between 6 and 8 it is 7.

기준값이 x에 있는 값, 곧 왼쪽의 마지막 값입니다. 다음 값과의 중간이어야 합니다. 6과 8 사이라면 7입니다.
"""

FAILS = "test_split_of_noisy_labels"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = values[:-1].astype(float)
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
