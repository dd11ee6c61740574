"""On the way back through the hidden layer you forgot the slope of its sigmoid, z1 (1 - z1).

은닉층을 거꾸로 지날 때 시그모이드의 기울기 z1 (1 - z1)을 빠뜨렸습니다.
"""

FAILS = "test_gradients_of_the_hidden_layer"


class TwoLayerNet(TwoLayerNet):
    def gradient(self, x, t):
        z1, y = self.forward(x)
        delta2 = (y - t) / len(x)
        delta1 = delta2 @ self.params["W2"].T
        return {
            "W1": x.T @ delta1,
            "b1": delta1.sum(axis=0),
            "W2": z1.T @ delta2,
            "b2": delta2.sum(axis=0),
        }
