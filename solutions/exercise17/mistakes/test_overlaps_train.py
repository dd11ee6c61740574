"""You train with all rows, also with those of the test. A model that has seen the test rows can know
them by heart.

테스트에 쓸 행까지 모두 학습에 썼습니다. 테스트 행을 이미 본 모델은 그것을 외울 수 있습니다.
"""

FAILS = "test_every_row_is_in_one_part"


def split(X, y, test_fraction, rng):
    test = []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        test.append(rows[: round(test_fraction * len(rows))])
    test = np.concatenate(test)
    return X, X[test], y, y[test]
