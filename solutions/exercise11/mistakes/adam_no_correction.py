"""You leave the correction out: with gradient 1 and lr 0.1 the steps are .316, .425, .495. m and v
start at 0 and are too small at first; multiply lr by √(1 - beta2ᵗ) / (1 - beta1ᵗ).

보정을 빠뜨렸습니다. 기울기가 1이고 lr이 0.1이면 갱신 크기가 .316, .425, .495가 됩니다. m과 v는 0에서 시작해
처음에는 너무 작으므로 lr에 √(1 - beta2ᵗ) / (1 - beta1ᵗ)를 곱하세요.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        self.t += 1
        lr = self.lr
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
