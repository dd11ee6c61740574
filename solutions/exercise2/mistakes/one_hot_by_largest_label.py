"""You took the number of columns from the largest label. A batch need not contain every class:
the argument classes says how many there are.

열의 개수를 가장 큰 레이블에서 구했습니다. 배치에 모든 클래스가 들어 있다는 보장은 없습니다.
클래스의 개수는 인수 classes가 알려 줍니다.
"""

FAILS = "test_one_hot_with_absent_classes"


def one_hot(labels, classes):
    return np.eye(int(labels.max()) + 1)[labels]
