"""Your slope is (t - y) / N and points the wrong way: training would make the loss larger. It is (y
- t) / N.

기울기가 (t - y) / N이라 방향이 반대입니다. 이대로 학습하면 손실이 커집니다. (y - t) / N이 맞습니다.
"""

FAILS = "test_slope_along_the_scores"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def backward(self, dout=1):
        return -super().backward(dout)
