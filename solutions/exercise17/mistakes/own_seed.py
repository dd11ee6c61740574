"""You make a generator of your own, so every call draws the same rows. Use the `rng` you are given.

난수 생성기를 직접 만들어서 부를 때마다 같은 행을 뽑습니다. 인수로 받은 `rng`를 쓰세요.
"""

FAILS = "test_split_is_drawn_by_the_rng"


def split(X, y, test_fraction, rng):
    rng = np.random.default_rng(0)
    train, test = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        count = round(test_fraction * len(rows))
        test.append(rows[:count])
        train.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
