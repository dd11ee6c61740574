"""You put 0 in the column of the label and 1 everywhere else. It is the other way round.

레이블의 열에 0을, 나머지에 1을 넣었습니다. 반대로 해야 합니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    rows = np.ones((len(labels), classes))
    rows[np.arange(len(labels)), labels] = 0
    return rows
