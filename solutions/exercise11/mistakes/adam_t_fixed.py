"""Your t is always 1: with gradient 1 and lr 0.1 the steps are .1, .134, .157. Keep it in self.t and
add 1 in every call.

t가 언제나 1입니다. 기울기가 1이고 lr이 0.1이면 갱신 크기가 .1, .134, .157이 됩니다. self.t에 두고 호출할
때마다 1을 더하세요.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        self.t = 1
        lr = self.lr * np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
