"""You counted the classes from 1, as the slide of deck 004 does: there is one column too many,
and the first is always empty. Labels count from 0, so label 0 belongs to column 0.

004 강의의 슬라이드처럼 클래스를 1부터 셌습니다. 열이 하나 더 생기고 첫 열은 늘 비어 있습니다.
레이블은 0부터 세므로 레이블 0은 0번 열입니다.
"""

FAILS = "test_one_hot_of_random_labels"


def one_hot(labels, classes):
    rows = np.zeros((len(labels), classes + 1))
    rows[np.arange(len(labels)), labels + 1] = 1
    return rows
