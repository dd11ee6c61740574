"""Your network computes with the arrays it was made with, and not with what is in self.params
now. Read self.params in every call.

신경망이 지금의 self.params가 아니라 처음 만든 배열로 계산합니다. 호출할 때마다 self.params를
읽으세요.
"""

FAILS = "test_predict_of_random_networks"


class TwoLayerNet(TwoLayerNet):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.first = self.params

    def forward(self, x):
        z1 = sigmoid(x @ self.first["W1"] + self.first["b1"])
        return z1, softmax(z1 @ self.first["W2"] + self.first["b2"])
