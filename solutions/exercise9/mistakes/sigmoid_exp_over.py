"""exp(x) / (1 + exp(x)) is infinity / infinity, so NaN, for large x. 1 / (1 + exp(-x)) is right
everywhere.

exp(x) / (1 + exp(x))는 x가 크면 무한대 / 무한대, 곧 NaN입니다. 1 / (1 + exp(-x))는 어디서나 맞습니다.
"""

FAILS = "test_sigmoid_of_large_numbers"


class Sigmoid(Sigmoid):
    def forward(self, x):
        self.y = np.exp(x) / (1 + np.exp(x))
        return self.y
