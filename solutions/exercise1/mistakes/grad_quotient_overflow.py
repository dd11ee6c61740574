"""You used exp(-x) / (1 + exp(-x))^2. For x below about -710 exp(-x) overflows, and infinity
divided by infinity is nan. With s = sigmoid(x), s * (1 - s) is the same and cannot overflow.

exp(-x) / (1 + exp(-x))^2를 썼습니다. x가 -710 정도보다 작으면 exp(-x)에서 오버플로가 나고,
무한대를 무한대로 나누면 nan입니다. s = sigmoid(x)로 두면 s * (1 - s)가 같은 값이면서 오버플로가
나지 않습니다.
"""

FAILS = "test_sigmoid_grad_is_an_activation"


def sigmoid_grad(x):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2
