"""You return X_train, y_train, X_test, y_test. The order asked is X_train, X_test, y_train, y_test,
that of scikit-learn.

X_train, y_train, X_test, y_test 순서로 반환했습니다. 순서는 scikit-learn처럼 X_train, X_test,
y_train, y_test입니다.
"""

FAILS = "test_rows_keep_their_labels"


def split(X, y, test_fraction, rng):
    train, test = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        count = round(test_fraction * len(rows))
        test.append(rows[:count])
        train.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], y[train], X[test], y[test]
