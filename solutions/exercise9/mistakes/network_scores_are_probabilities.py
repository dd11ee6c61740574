"""Without t you return the softmax. Return the scores, what would go into the SoftmaxWithLoss.

t가 없을 때 소프트맥스를 반환합니다. SoftmaxWithLoss에 들어갈 점수를 반환하세요.
"""

FAILS = "test_network_with_a_loss"


class Network(Network):
    def forward(self, x, t=None, train=True):
        x = super().forward(x, t, train)
        if t is None and isinstance(self.layers[-1], SoftmaxWithLoss):
            e = np.exp(x - x.max(axis=1, keepdims=True))
            x = e / e.sum(axis=1, keepdims=True)
        return x
