"""You cut the result off at 1. The ReLU has no upper limit: relu(3) is 3.

결과를 1에서 잘랐습니다. ReLU에는 위쪽 한계가 없습니다. relu(3)은 3입니다.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.clip(x, 0.0, 1.0)
