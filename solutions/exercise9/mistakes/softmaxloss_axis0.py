"""Your softmax works down the columns (axis=0), over the examples. Each example has its own
probabilities: axis=1, keepdims=True.

소프트맥스를 열 방향(axis=0), 곧 예제들에 대해 구했습니다. 확률은 예제마다 따로이므로 axis=1, keepdims=True를 쓰세요.
"""

FAILS = "test_loss_of_random_scores"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def forward(self, x, t):
        super().forward(x, t)
        shifted = x - x.max(axis=0)
        logarithms = shifted - np.log(np.exp(shifted).sum(axis=0))
        self.y = np.exp(logarithms)
        return -np.sum(self.t * logarithms) / len(x)
