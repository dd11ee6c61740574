"""You draw the test rows from all classes together, so by chance one class gets more of them than
another. Draw for each class by itself.

테스트 행을 모든 클래스에서 한꺼번에 뽑아서, 우연히 어떤 클래스가 더 많이 뽑힙니다. 클래스마다 따로
뽑으세요.
"""

FAILS = "test_share_of_every_class"


def split(X, y, test_fraction, rng):
    rows = rng.permutation(len(y))
    count = round(test_fraction * len(y))
    test, train = rows[:count], rows[count:]
    return X[train], X[test], y[train], y[test]
