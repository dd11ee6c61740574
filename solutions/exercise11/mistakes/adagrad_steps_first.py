"""You step before you add, so the first step divides by eps alone and is enormous, and every later
one is that of the update before. First h += g ** 2, then the step.

더하기 전에 갱신해서 첫 갱신은 eps만으로 나누어 엄청나게 크고, 그 뒤로는 하나 앞의 갱신 크기가 됩니다. 먼저
h += g ** 2를 하고 나서 갱신하세요.
"""

FAILS = "test_adagrad_takes_fifty_steps"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)
            self.h[key] += grads[key] ** 2
