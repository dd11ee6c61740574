"""The gradient of your biases is a single number. Sum over the examples alone: axis=0.

편향의 기울기가 수 하나입니다. 예제에 대해서만 더하세요: axis=0.
"""

FAILS = "test_gradients_of_the_hidden_layer"


class TwoLayerNet(TwoLayerNet):
    def gradient(self, x, t):
        z1, y = self.forward(x)
        delta2 = (y - t) / len(x)
        delta1 = (delta2 @ self.params["W2"].T) * z1 * (1 - z1)
        return {
            "W1": x.T @ delta1,
            "b1": delta1.sum(),
            "W2": z1.T @ delta2,
            "b2": delta2.sum(),
        }
