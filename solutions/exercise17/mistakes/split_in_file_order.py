"""You hold out the last rows of the file. Iris is sorted by species, so the test would have only one
of them. Draw the rows of each class.

파일의 마지막 행들을 남겨 두었습니다. 붓꽃 파일은 품종 순서라서 테스트에 한 품종만 들어갑니다. 클래스마다
행을 뽑으세요.
"""

FAILS = "test_share_of_every_class"


def split(X, y, test_fraction, rng):
    rows = np.arange(len(y))
    count = len(y) - round(test_fraction * len(y))
    train, test = rows[:count], rows[count:]
    return X[train], X[test], y[train], y[test]
