"""You kept the negative numbers and cut off the positive ones (`np.minimum`). It is the other
way round: `np.maximum(0.0, x)`.

음수를 남기고 양수를 잘랐습니다(`np.minimum`). 반대입니다: `np.maximum(0.0, x)`.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.minimum(0.0, x)
