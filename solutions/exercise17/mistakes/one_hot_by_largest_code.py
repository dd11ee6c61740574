"""You make as many columns as the largest code needs, so a class that does not occur at the end loses
its column. The number of columns is `classes`.

나온 코드 가운데 가장 큰 것까지만 열을 만들어서, 마지막 클래스가 나오지 않으면 그 열이 사라집니다. 열의
개수는 `classes`입니다.
"""

FAILS = "test_one_hot_of_absent_classes"


def one_hot(codes, classes):
    return np.eye(codes.max() + 1)[codes]
