"""You leave eps out, so where the gradient has always been 0 the step is 0 / 0, which is NaN. Divide
by np.sqrt(h) + eps.

eps를 빠뜨려서, 기울기가 언제나 0이던 곳에서는 0 / 0이 되어 NaN이 나옵니다. np.sqrt(h) + eps로 나누세요.
"""

FAILS = "test_adagrad_adds_eps_to_the_root"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] += grads[key] ** 2
            params[key] -= self.lr * grads[key] / np.sqrt(self.h[key])
