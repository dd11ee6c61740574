"""`rng.choice(rows, count)` may draw a row twice, and others then go missing. Write `replace=False`, or
shuffle and cut.

`rng.choice(rows, count)`는 같은 행을 두 번 뽑을 수 있고, 그러면 다른 행이 빠집니다. `replace=False`를
쓰거나, 섞은 다음 자르세요.
"""

FAILS = "test_every_row_is_in_one_part"


def split(X, y, test_fraction, rng):
    train, test = [], []
    for label in np.unique(y):
        rows = np.flatnonzero(y == label)
        drawn = rng.choice(rows, round(test_fraction * len(rows)))
        test.append(drawn)
        train.append(np.setdiff1d(rows, drawn))
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
