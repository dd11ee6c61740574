"""You take the split with the largest impurity. The best split has the smallest.

불순도가 가장 큰 분할을 골랐습니다. 가장 좋은 분할은 불순도가 가장 작은 것입니다.
"""

FAILS = "test_split_of_noisy_labels"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmax(impurities)
    return thresholds[best], impurities[best]
