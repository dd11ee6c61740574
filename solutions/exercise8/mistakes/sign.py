"""You start from t - y, so the whole gradient points the wrong way. It is y - t.

t - y에서 시작해서 기울기 전체가 반대 방향입니다. y - t입니다.
"""

FAILS = "test_gradients_of_the_output_layer"


class TwoLayerNet(TwoLayerNet):
    def gradient(self, x, t):
        z1, y = self.forward(x)
        delta2 = (t - y) / len(x)
        delta1 = (delta2 @ self.params["W2"].T) * z1 * (1 - z1)
        return {
            "W1": x.T @ delta1,
            "b1": delta1.sum(axis=0),
            "W2": z1.T @ delta2,
            "b2": delta2.sum(axis=0),
        }
