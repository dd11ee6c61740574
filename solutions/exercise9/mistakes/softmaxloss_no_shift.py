"""Your exp overflows for large scores, and the result is NaN. Subtract the largest score of each
row first.

점수가 크면 exp에서 오버플로가 나서 결과가 NaN이 됩니다. 먼저 행마다 가장 큰 점수를 빼세요.
"""

FAILS = "test_loss_of_large_scores"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def forward(self, x, t):
        super().forward(x, t)
        e = np.exp(x)
        self.y = e / e.sum(axis=1, keepdims=True)
        return -np.sum(self.t * np.log(self.y)) / len(x)
