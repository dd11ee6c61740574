"""You keep the share rate and switch off 1 - rate. rate is the share that is switched off: keep
where rng.random(x.shape) >= rate.

rate만큼을 남기고 1 - rate만큼을 껐습니다. rate는 끄는 비율입니다. rng.random(x.shape) >= rate인 곳을 남기세요.
"""

FAILS = "test_dropout_keeps_the_mean"


class Dropout(Dropout):
    def forward(self, x, train):
        self.factor = 1.0
        if train:
            self.factor = (self.rng.random(x.shape) < self.rate) / (1 - self.rate)
        return x * self.factor
