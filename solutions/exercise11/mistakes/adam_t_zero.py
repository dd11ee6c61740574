"""Your t is still 0 in the first call, and 1 - beta1⁰ is 0: the step is 0 / 0. Add 1 to t before you
use it.

첫 호출에서 t가 아직 0이어서 1 - beta1⁰ = 0, 갱신이 0 / 0이 됩니다. t를 쓰기 전에 1을 더하세요.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        lr = self.lr * np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
        self.t += 1
