"""You add the gradient, so the loss grows with every step. The gradient points uphill: subtract it,
params[key] -= lr * grads[key].

기울기를 더해서 갱신할 때마다 손실이 커집니다. 기울기는 오르막을 가리키므로 params[key] -= lr *
grads[key]처럼 빼세요.
"""

FAILS = "test_sgd_takes_fifty_steps"


class SGD(SGD):
    def update(self, params, grads):
        for key in params:
            params[key] += self.lr * grads[key]
