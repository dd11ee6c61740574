"""Your backward returns the slope y(1 - y) alone. By the chain rule it is multiplied by dout, the
slope of all that follows.

backward가 기울기 y(1 - y)만 반환합니다. 연쇄 법칙에 따라 뒤쪽의 기울기인 dout을 곱해야 합니다.
"""

FAILS = "test_sigmoid_forward_and_backward"


class Sigmoid(Sigmoid):
    def backward(self, dout):
        return self.y * (1 - self.y)
