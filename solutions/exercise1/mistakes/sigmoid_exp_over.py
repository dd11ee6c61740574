"""You wrote the sigmoid as exp(x) / (1 + exp(x)). For x above 709 both exponentials overflow,
and infinity divided by infinity is nan. Use 1 / (1 + exp(-x)) there; it goes to 1.

시그모이드를 exp(x) / (1 + exp(x))로 썼습니다. x가 709보다 크면 두 지수 함수에서 모두 오버플로가
나고, 무한대를 무한대로 나누면 nan입니다. 그곳에서는 1로 가는 1 / (1 + exp(-x))를 쓰세요.
"""

FAILS = "test_sigmoid_is_an_activation"


def sigmoid(x):
    return np.exp(x) / (1 + np.exp(x))
