"""You put the code itself into its column, so class 0 has a row of zeros and class 2 counts double.
Put in a 1.

1이 아니라 코드 자체를 그 열에 넣었습니다. 클래스 0의 행은 모두 0이고 클래스 2는 두 배로 셉니다. 1을
넣으세요.
"""

FAILS = "test_one_hot_rows"


def one_hot(codes, classes):
    return np.eye(classes)[codes] * codes[:, np.newaxis]
