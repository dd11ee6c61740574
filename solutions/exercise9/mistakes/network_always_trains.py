"""Your network does not hand train on: dropout is active also with train=False. Give train to the
forward of every Dropout.

신경망이 train을 넘겨 주지 않아 train=False여도 드롭아웃을 합니다. 모든 Dropout의 forward에 train을 넘기세요.
"""

FAILS = "test_network_tells_dropout_whether_it_trains"


class Network(Network):
    def forward(self, x, t=None, train=True):
        return super().forward(x, t, True)
