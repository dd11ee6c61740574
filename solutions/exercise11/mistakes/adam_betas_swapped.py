"""You swap the betas: beta1 belongs to m, the mean of the gradients, and beta2 to v, the mean of
their squares.

두 베타가 바뀌었습니다. beta1은 기울기의 평균 m에, beta2는 제곱의 평균 v에 씁니다.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        self.t += 1
        lr = self.lr * np.sqrt(1 - self.beta1**self.t) / (1 - self.beta2**self.t)
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta2 * self.m[key] + (1 - self.beta2) * grads[key]
            self.v[key] = self.beta1 * self.v[key] + (1 - self.beta1) * grads[key] ** 2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
