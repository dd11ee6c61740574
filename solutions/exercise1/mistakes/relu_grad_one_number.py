"""You asked `if x > 0`, which works for one number only. For an array use
`np.where(x > 0, 1.0, 0.0)`.

`if x > 0`은 수 하나에만 통합니다. 배열에는 `np.where(x > 0, 1.0, 0.0)`을 쓰세요.
"""

FAILS = "test_relu_grad_is_0_at_0"


def relu_grad(x):
    return np.array(1.0) if x > 0 else np.array(0.0)
