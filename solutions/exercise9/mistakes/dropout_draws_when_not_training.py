"""You draw random numbers also when not training, and throw them away. The next training then gets
other numbers: draw only if train.

학습이 아닐 때도 난수를 뽑아서 버립니다. 그러면 다음 학습에서 다른 난수가 나옵니다. train일 때만 뽑으세요.
"""

FAILS = "test_dropout_when_not_training"


class Dropout(Dropout):
    def forward(self, x, train):
        kept = self.rng.random(x.shape) >= self.rate
        self.factor = kept / (1 - self.rate) if train else 1.0
        return x * self.factor
