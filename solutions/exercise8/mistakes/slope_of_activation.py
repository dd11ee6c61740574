"""You take the sigmoid of z1, which is an output of the sigmoid already, before the slope. The
slope is z1 (1 - z1).

이미 시그모이드의 출력인 z1에 시그모이드를 한 번 더 적용하고 기울기를 구했습니다. 기울기는 z1
(1 - z1)입니다.
"""

FAILS = "test_gradients_of_the_hidden_layer"


class TwoLayerNet(TwoLayerNet):
    def gradient(self, x, t):
        z1, y = self.forward(x)
        delta2 = (y - t) / len(x)
        delta1 = (delta2 @ self.params["W2"].T) * sigmoid(z1) * (1 - sigmoid(z1))
        return {
            "W1": x.T @ delta1,
            "b1": delta1.sum(axis=0),
            "W2": z1.T @ delta2,
            "b2": delta2.sum(axis=0),
        }
