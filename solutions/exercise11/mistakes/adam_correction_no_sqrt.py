"""You leave the root out of the correction. v is corrected by 1 - beta2ᵗ, and it is the root of v
that divides: √(1 - beta2ᵗ) / (1 - beta1ᵗ).

보정에서 제곱근을 빠뜨렸습니다. v는 1 - beta2ᵗ로 보정하고, 나누는 것은 v의 제곱근이므로 √(1 - beta2ᵗ) / (1
- beta1ᵗ)입니다.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        self.t += 1
        lr = self.lr * (1 - self.beta2**self.t) / (1 - self.beta1**self.t)
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
