"""You returned the absolute value: negative numbers come out positive. The ReLU makes them 0.

절댓값을 반환해서 음수가 양수로 나옵니다. ReLU는 음수를 0으로 만듭니다.
"""

FAILS = "test_relu_is_0_up_to_0"


def relu(x):
    return np.abs(x) * 1.0
