"""You return the identity matrix whatever the labels are. That is right only for the labels 0,
1, 2, … in order, as in the lecture's example.

레이블이 무엇이든 단위행렬을 반환합니다. 강의의 예처럼 레이블이 0, 1, 2, … 순서일 때만 맞습니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    return np.eye(classes)
