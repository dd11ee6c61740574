"""You computed x * (1 - x). That is the slope only if x is already the output of the sigmoid.
Here x is the input, so take s = sigmoid(x) first and return s * (1 - s). At x = 2 you get -2;
the slope is 0.10499.

x * (1 - x)를 계산했습니다. 이것은 x가 이미 시그모이드의 출력일 때만 기울기입니다. 여기서 x는
입력이므로 먼저 s = sigmoid(x)를 구하고 s * (1 - s)를 반환하세요. x = 2에서 -2가 나오지만
기울기는 0.10499입니다.
"""

FAILS = "test_sigmoid_grad_is_the_slope_at_x"


def sigmoid_grad(x):
    return x * (1 - x)
