"""You switch numbers off but do not scale up the rest, so the mean falls to 1 - rate of what it
was. Divide what is kept by 1 - rate.

일부를 끄기만 하고 나머지를 키우지 않아 평균이 1 - rate배로 줄어듭니다. 남은 수를 1 - rate로 나누세요.
"""

FAILS = "test_dropout_keeps_the_mean"


class Dropout(Dropout):
    def forward(self, x, train):
        super().forward(x, train)
        self.factor = np.sign(self.factor)
        return x * self.factor
