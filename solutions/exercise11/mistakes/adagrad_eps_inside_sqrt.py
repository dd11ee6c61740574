"""You add eps under the root, as Keras does: √(h + eps). Here it is added to the root, √h + eps,
which differs where the gradients are tiny.

Keras처럼 eps를 제곱근 안에 더했습니다: √(h + eps). 여기서는 제곱근에 더하며(√h + eps), 기울기가 아주 작을
때 값이 달라집니다.
"""

FAILS = "test_adagrad_adds_eps_to_the_root"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] += grads[key] ** 2
            params[key] -= self.lr * grads[key] / np.sqrt(self.h[key] + self.eps)
