"""Your velocity starts as the gradient itself. It starts at 0; and as v is the caller's array then,
v *= … changes the gradient too. Use np.zeros_like(params[key]).

속도가 기울기 자체에서 시작합니다. 0에서 시작해야 합니다. 게다가 v가 부른 쪽의 배열이 되어 v *= …가 기울기까지 바꿉니다.
np.zeros_like(params[key])를 쓰세요.
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = grads[key]
            self.v[key] *= self.momentum
            self.v[key] += self.lr * grads[key]
            params[key] -= self.v[key]
