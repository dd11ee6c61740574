"""You shuffle X and y each for itself, so a flower no longer has its own label. Draw row numbers once
and index both with them.

X와 y를 따로따로 섞어서 꽃과 레이블의 짝이 깨졌습니다. 행 번호를 한 번 뽑아 둘 다에 쓰세요.
"""

FAILS = "test_rows_keep_their_labels"


def split(X, y, test_fraction, rng):
    X, y = X[rng.permutation(len(y))], y[rng.permutation(len(y))]
    train, test = [], []
    for label in np.unique(y):
        rows = np.flatnonzero(y == label)
        count = round(test_fraction * len(rows))
        test.append(rows[:count])
        train.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
