"""After a forward without training your backward still uses the mask of the last training. Let dout
pass then: backward belongs to the latest forward.

학습이 아닌 순전파 다음에도 backward가 지난 학습의 마스크를 씁니다. backward는 가장 최근 순전파에 따르므로, 이때는 dout을 그대로 통과시키세요.
"""

FAILS = "test_dropout_when_not_training"


class Dropout(Dropout):
    factor = 1.0

    def forward(self, x, train):
        return super().forward(x, train) if train else x
