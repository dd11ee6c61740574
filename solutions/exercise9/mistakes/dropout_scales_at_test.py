"""When not training you multiply by 1 - rate. That belongs to a dropout that does not scale in
training; this one does, so use x as it is.

학습이 아닐 때 1 - rate를 곱했습니다. 그것은 학습할 때 키우지 않는 드롭아웃의 방식입니다. 여기서는 학습할 때 이미 키웠으므로 x를 그대로 쓰세요.
"""

FAILS = "test_dropout_when_not_training"


class Dropout(Dropout):
    def forward(self, x, train):
        super().forward(x, train)
        if not train:
            self.factor = 1 - self.rate
        return x * self.factor
