"""You start the search from gini(y), so a split that gains nothing is never taken. Start from
infinity: at XOR the first question gains nothing, and without it there is no second.

gini(y)에서 탐색을 시작해서 이득이 없는 분할은 고르지 않습니다. 무한대에서 시작하세요. XOR에서는 첫 질문의 이득이 0이지만, 그 질문이 있어야 두 번째 질문을 할
수 있습니다.
"""

FAILS = "test_first_of_equal_splits"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) / 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return (
        (thresholds[best], impurities[best])
        if impurities[best] < gini(y) - 1e-12
        else (None, gini(y))
    )
