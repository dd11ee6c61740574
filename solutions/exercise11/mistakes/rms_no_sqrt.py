"""You divide by the mean of squares itself. Divide by its root, np.sqrt(h) + eps.

제곱의 평균 자체로 나누었습니다. 제곱근을 써서 np.sqrt(h) + eps로 나누세요.
"""

FAILS = "test_rmsprop_takes_fifty_steps"


class RMSprop(RMSprop):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] = self.rho * self.h[key] + (1 - self.rho) * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (self.h[key] + self.eps)
