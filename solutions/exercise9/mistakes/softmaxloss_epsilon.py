"""You take log(y + 1e-7). This loss adds nothing: log y = score - m - log(sum(exp(scores - m))),
with m the largest score of the row, is finite by itself.

log(y + 1e-7)을 계산했습니다. 이 손실에는 아무것도 더하지 않습니다. m이 그 행의 가장 큰 점수일 때 log y = 점수 - m - log(sum(exp(점수들 -
m)))은 그대로도 유한합니다.
"""

FAILS = "test_loss_of_large_scores"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def forward(self, x, t):
        super().forward(x, t)
        return -np.sum(self.t * np.log(self.y + 1e-7)) / len(x)
