"""You filled an array made with `np.zeros_like(x)`. When x holds integers that array does too,
so every result is cut down to 0. Make it with `np.zeros(x.shape)`, which is always float.

`np.zeros_like(x)`로 만든 배열에 값을 넣었습니다. x가 정수이면 그 배열도 정수여서 모든 결과가
0으로 잘립니다. 언제나 실수형인 `np.zeros(x.shape)`로 만드세요.
"""

FAILS = "test_sigmoid_is_an_activation"


def sigmoid(x):
    result = np.zeros_like(x)
    right = x >= 0
    result[right] = 1 / (1 + np.exp(-x[right]))
    result[~right] = np.exp(x[~right]) / (1 + np.exp(x[~right]))
    return result
