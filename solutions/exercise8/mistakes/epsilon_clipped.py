"""You cut y off at 1e-7. Here the 1e-7 is added: log(y + 1e-7), as in exercise 2.

y를 1e-7에서 잘랐습니다. 여기서는 연습 2처럼 1e-7을 더합니다: log(y + 1e-7).
"""

FAILS = "test_loss_of_a_class_held_impossible"


class TwoLayerNet(TwoLayerNet):
    def loss(self, x, t):
        y = self.predict(x)
        return -np.sum(t * np.log(np.clip(y, 1e-7, 1))) / len(x)
