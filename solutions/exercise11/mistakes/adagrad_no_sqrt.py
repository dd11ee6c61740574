"""You divide by h itself: with gradient 1 and lr 0.1 the steps are .1, .05, .0333. Divide by its
root, np.sqrt(h) + eps.

h 자체로 나누었습니다. 기울기가 1이고 lr이 0.1이면 갱신 크기가 .1, .05, .0333이 됩니다. 제곱근을 써서
np.sqrt(h) + eps로 나누세요.
"""

FAILS = "test_adagrad_takes_fifty_steps"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] += grads[key] ** 2
            params[key] -= self.lr * grads[key] / (self.h[key] + self.eps)
