"""Your gradient is N times too large: the loss is a mean over the batch, so divide y - t by the
number of examples.

기울기가 N배 큽니다. 손실은 배치의 평균이므로 y - t를 예제의 수로 나누세요.
"""

FAILS = "test_gradients_of_the_output_layer"


class TwoLayerNet(TwoLayerNet):
    def gradient(self, x, t):
        z1, y = self.forward(x)
        delta2 = y - t
        delta1 = (delta2 @ self.params["W2"].T) * z1 * (1 - z1)
        return {
            "W1": x.T @ delta1,
            "b1": delta1.sum(axis=0),
            "W2": z1.T @ delta2,
            "b2": delta2.sum(axis=0),
        }
