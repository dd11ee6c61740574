"""You return one vector that counts how often each class occurs. Each label needs a row of its
own.

클래스가 몇 번씩 나오는지 센 벡터 하나를 반환합니다. 레이블마다 행이 하나씩 있어야 합니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    return np.bincount(labels, minlength=classes).astype(float)
