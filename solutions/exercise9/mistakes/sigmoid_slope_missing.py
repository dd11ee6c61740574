"""Your backward lets dout pass as if the sigmoid were a straight line. Multiply by its slope: dout
* y * (1 - y).

시그모이드가 직선인 것처럼 dout을 그대로 통과시킵니다. 기울기를 곱하세요: dout * y * (1 - y).
"""

FAILS = "test_sigmoid_forward_and_backward"


class Sigmoid(Sigmoid):
    def backward(self, dout):
        return dout
