"""Your loss is the sum over the examples. It should be the mean: divide by N.

손실이 예제에 대한 합입니다. N으로 나누어 평균을 구하세요.
"""

FAILS = "test_loss_of_random_scores"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def forward(self, x, t):
        return super().forward(x, t) * len(x)
