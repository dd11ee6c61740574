"""Your dropout is active when not training too. With train=False everything passes as it is.

학습이 아닐 때도 드롭아웃을 합니다. train=False이면 모두 그대로 통과시키세요.
"""

FAILS = "test_dropout_when_not_training"


class Dropout(Dropout):
    def forward(self, x, train):
        return super().forward(x, True)
