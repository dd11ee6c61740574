"""You add 1 to t for each key, so t runs ahead in a network with several parameters. Add 1 once for
each call, before the loop.

키마다 t에 1을 더해서 파라미터가 여럿이면 t가 앞서 나갑니다. 반복문 앞에서 호출마다 한 번만 더하세요.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.t += 1
            lr = self.lr * np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
