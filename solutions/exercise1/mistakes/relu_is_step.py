"""You returned 1 for positive numbers. The ReLU lets the number itself through: relu(3) is 3.

양수에서 1을 반환했습니다. ReLU는 그 수를 그대로 통과시킵니다. relu(3)은 3입니다.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.where(x > 0, 1.0, 0.0)
