"""You compute the slope as x(1 - x) with the input x. The formula y(1 - y) takes the output y =
sigmoid(x); the slope lies between 0 and 0.25.

기울기를 입력 x로 x(1 - x)라고 계산했습니다. y(1 - y)의 y는 출력 sigmoid(x)이며, 기울기는 0과 0.25 사이입니다.
"""

FAILS = "test_sigmoid_forward_and_backward"


class Sigmoid(Sigmoid):
    def forward(self, x):
        self.x = x
        return super().forward(x)

    def backward(self, dout):
        return dout * self.x * (1 - self.x)
