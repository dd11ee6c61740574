"""You hold out the first rows of each class, the same ones whatever the `rng`. Shuffle the rows of a
class first.

`rng`와 상관없이 언제나 각 클래스의 맨 앞 행들을 남겨 두었습니다. 먼저 클래스의 행을 섞으세요.
"""

FAILS = "test_split_is_drawn_by_the_rng"


def split(X, y, test_fraction, rng):
    train, test = [], []
    for label in np.unique(y):
        rows = np.flatnonzero(y == label)
        count = round(test_fraction * len(rows))
        test.append(rows[:count])
        train.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
