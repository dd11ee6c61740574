"""Your Relu lets dout pass where dout is above 0. What counts is the sign of x, which forward has
to keep; dout may have any sign.

dout이 0보다 큰 곳에서 dout을 통과시킵니다. 중요한 것은 forward에서 저장해야 하는 x의 부호이고, dout의 부호는 상관없습니다.
"""

FAILS = "test_relu_forward_and_backward"


class Relu(Relu):
    def backward(self, dout):
        return np.where(dout > 0, dout, 0.0)
