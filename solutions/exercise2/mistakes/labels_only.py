"""You use t as column numbers as if it always held integer labels. When t has the shape of y it
is one-hot: turn it into labels with argmax first, or multiply.

t가 언제나 정수 레이블이라고 보고 열 번호로 썼습니다. t의 형상이 y와 같으면 원-핫입니다. 먼저
argmax로 레이블을 구하거나 곱셈을 쓰세요.
"""

FAILS = "test_labels_and_one_hot_rows_agree"


def cross_entropy(y, t):
    y = as_floats(y).reshape(-1, np.shape(y)[-1])
    return -np.mean(np.log(y[np.arange(len(y)), np.ravel(t)] + 1e-7))
