"""Your backward ignores dout: backward(2) is the same as backward(1). Multiply by it.

backward가 dout을 쓰지 않아 backward(2)가 backward(1)과 같습니다. dout을 곱하세요.
"""

FAILS = "test_loss_times_dout"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def backward(self, dout=1):
        return super().backward()
