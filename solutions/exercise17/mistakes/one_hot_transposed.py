"""Your table has one row for each class and one column for each flower. It must be the other way
round: a flower is a row.

표의 행이 클래스, 열이 꽃입니다. 반대여야 합니다. 꽃 하나가 한 행입니다.
"""

FAILS = "test_one_hot_rows"


def one_hot(codes, classes):
    return np.eye(classes)[:, codes]
