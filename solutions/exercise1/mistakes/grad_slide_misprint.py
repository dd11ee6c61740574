"""You followed a misprint in the proof on the slide: -(1 + e^-x)^-2 - e^-x. The second minus is
a product with the inner derivative: -(1 + e^-x)^-2 * (-e^-x), which is
sigmoid(x) * (1 - sigmoid(x)).

슬라이드 증명의 오타 -(1 + e^-x)^-2 - e^-x를 따랐습니다. 두 번째 빼기는 잘못이고, 그 자리에서
안쪽 함수의 도함수를 곱해야 합니다: -(1 + e^-x)^-2 * (-e^-x). 이것이 sigmoid(x) * (1 -
sigmoid(x))입니다.
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    return -((1 + np.exp(-x)) ** -2.0) - np.exp(-x)
