"""You filled an array made with `np.zeros_like(x)`. When x holds integers that array does too,
and -3 * 0.01 is cut down to 0. `np.where(x > 0, x, alpha * x)` gives floats.

`np.zeros_like(x)`로 만든 배열에 값을 넣었습니다. x가 정수이면 그 배열도 정수여서 -3 * 0.01이
0으로 잘립니다. `np.where(x > 0, x, alpha * x)`는 실수형 배열을 만듭니다.
"""

FAILS = "test_leaky_relu_is_an_activation"


def leaky_relu(x, alpha=0.01):
    result = np.zeros_like(x)
    result[x > 0] = x[x > 0]
    result[x <= 0] = alpha * x[x <= 0]
    return result
