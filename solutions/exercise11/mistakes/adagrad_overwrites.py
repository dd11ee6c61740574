"""You overwrite h with the newest square, so every step is lr times the sign of the gradient.
AdaGrad adds: h += g ** 2.

h에 가장 새로운 제곱을 덮어써서 갱신이 언제나 lr에 기울기의 부호를 곱한 값입니다. AdaGrad는 더합니다: h += g **
2.
"""

FAILS = "test_adagrad_takes_fifty_steps"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            self.h[key] = grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)
