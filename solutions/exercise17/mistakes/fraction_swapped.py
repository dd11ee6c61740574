"""You train with `test_fraction` of the rows and test with the rest, 105 of the 150 flowers of Iris for
0.3. It is the share of the test.

행의 `test_fraction`만큼을 학습에 쓰고 나머지로 테스트했습니다. 0.3이면 붓꽃 150송이 중 105송이가
테스트가 됩니다. 이 값은 테스트의 비율입니다.
"""

FAILS = "test_share_of_every_class"


def split(X, y, test_fraction, rng):
    train, test = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        count = round(test_fraction * len(rows))
        train.append(rows[:count])
        test.append(rows[count:])
    train, test = np.concatenate(train), np.concatenate(test)
    return X[train], X[test], y[train], y[test]
