"""Your loop ends one gap too early: the midpoint below the largest value is never tried.

반복문이 한 칸 일찍 끝나서, 가장 큰 값 바로 아래의 중간값을 시험하지 않습니다.
"""

FAILS = "test_split_at_either_end"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities[:-1] or impurities)
    return thresholds[best], impurities[best]
