"""You gave each label a column, so the shape is (classes, N). Each label is a row: (N,
classes).

레이블마다 열을 하나씩 만들어 형상이 (classes, N)입니다. 레이블 하나가 행 하나이므로 (N,
classes)가 되어야 합니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    return np.eye(classes)[:, labels]
