"""You round the number of test rows up. 8.4 rows are 8: use `round`.

테스트 행의 수를 올림했습니다. 8.4행은 8행입니다. `round`를 쓰세요.
"""

FAILS = "test_share_of_every_class"


def split(X, y, test_fraction, rng):
    train, test = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        count = int(np.ceil(test_fraction * len(rows)))
        test.append(rows[:count])
        train.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
