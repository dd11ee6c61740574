"""You divide with //, which rounds down: between 3 and 4 the midpoint is 3.5. Use /.

버림이 되는 나눗셈 //을 썼습니다. 3과 4의 중간은 3.5입니다. /를 쓰세요.
"""

FAILS = "test_split_of_whole_numbers"


def best_split(x, y):
    values = np.unique(x)
    if len(values) == 1:
        return None, gini(y)
    thresholds = (values[:-1] + values[1:]) // 2
    impurities = [impurity_of_split(y[x <= t], y[x > t]) for t in thresholds]
    best = np.argmin(impurities)
    return thresholds[best], impurities[best]
