"""You wrote rows[:, labels] = 1, which puts a 1 into those columns of every row. Row n gets one
1: rows[np.arange(N), labels] = 1.

rows[:, labels] = 1 이라고 썼습니다. 그러면 모든 행의 그 열들에 1이 들어갑니다. n번째 행에는
1이 하나뿐입니다: rows[np.arange(N), labels] = 1.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes))
    rows[:, labels] = 1
    return rows
