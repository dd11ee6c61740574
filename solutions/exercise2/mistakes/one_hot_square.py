"""You made as many columns as there are labels. The number of columns is classes, the number of
rows is len(labels).

열을 레이블의 개수만큼 만들었습니다. 열의 개수는 classes이고, 행의 개수가 len(labels)입니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    return np.eye(len(labels))[labels]
