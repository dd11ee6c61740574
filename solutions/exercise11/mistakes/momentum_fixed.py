"""You write 0.9 into the formula, so the momentum that is given makes no difference. Use
self.momentum.

식에 0.9를 직접 써서 주어진 momentum이 반영되지 않습니다. self.momentum을 쓰세요.
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros_like(params[key])
            self.v[key] = 0.9 * self.v[key] + self.lr * grads[key]
            params[key] -= self.v[key]
