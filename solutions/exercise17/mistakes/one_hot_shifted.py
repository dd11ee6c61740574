"""Your 1 is one column too far to the left, and for code 0 in the last column. Column numbers count
from 0, as codes do.

1이 한 열씩 왼쪽에 있고, 코드 0은 마지막 열에 있습니다. 열 번호도 코드처럼 0부터 셉니다.
"""

FAILS = "test_one_hot_rows"


def one_hot(codes, classes):
    return np.eye(classes)[codes - 1]
