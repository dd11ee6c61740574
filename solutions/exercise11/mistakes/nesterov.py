"""You look one step ahead, as Nesterov's momentum does: the first step is already .19 for .1.
Subtract v itself.

네스테로프 모멘텀처럼 한 걸음 앞을 내다보아서, 첫 갱신부터 .1이 아니라 .19입니다. v를 그대로 빼세요.
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros_like(params[key])
            self.v[key] = self.momentum * self.v[key] + self.lr * grads[key]
            params[key] -= self.momentum * self.v[key] + self.lr * grads[key]
