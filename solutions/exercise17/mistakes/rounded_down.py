"""You cut the number of test rows down with `int`. 12.6 rows are 13: use `round`.

테스트 행의 수를 `int`로 내림했습니다. 12.6행은 13행입니다. `round`를 쓰세요.
"""

FAILS = "test_share_of_every_class"


def split(X, y, test_fraction, rng):
    train, test = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        count = int(test_fraction * len(rows))
        test.append(rows[:count])
        train.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
