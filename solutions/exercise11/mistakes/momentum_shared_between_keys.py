"""All your parameters share one velocity, but they have different shapes and different gradients.
Keep one for each key, self.v[key].

모든 파라미터가 속도 하나를 함께 쓰지만, 파라미터마다 형상도 기울기도 다릅니다. self.v[key]처럼 키마다 따로 두세요.
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
        self.v = 0.0

    def update(self, params, grads):
        for key in params:
            self.v = self.momentum * self.v + self.lr * grads[key]
            params[key] -= self.v
