"""`rows[:, codes] = 1` sets these columns in every row. Row i needs one 1:
`rows[np.arange(n), codes] = 1`.

`rows[:, codes] = 1`은 모든 행에서 그 열들을 1로 바꿉니다. 행마다 1은 하나입니다.
`rows[np.arange(n), codes] = 1`로 쓰세요.
"""

FAILS = "test_one_hot_rows"


def one_hot(codes, classes):
    rows = np.zeros((len(codes), classes))
    rows[:, codes] = 1.0
    return rows
