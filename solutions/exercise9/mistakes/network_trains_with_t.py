"""You turn dropout on where t is given, and off where it is not. A loss is also measured without
training. train alone decides: give it to the forward of every Dropout as it is.

t를 주면 드롭아웃을 하고 주지 않으면 하지 않습니다. 학습이 아닐 때도 손실을 구할 수 있습니다. train만으로
정해지므로 모든 Dropout의 forward에 train을 그대로 넘기세요.
"""

FAILS = "test_network_tells_dropout_whether_it_trains"


class Network(Network):
    def forward(self, x, t=None, train=True):
        return super().forward(x, t, t is not None)
