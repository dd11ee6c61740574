"""You start h at 0.1, as Keras does: with gradient 1 and lr 0.1 the steps are .0953, .0690. Here h
starts at 0.

Keras처럼 h를 0.1에서 시작했습니다. 기울기가 1이고 lr이 0.1이면 갱신 크기가 .0953, .0690이 됩니다. 여기서
h는 0에서 시작합니다.
"""

FAILS = "test_adagrad_takes_fifty_steps"


class AdaGrad(AdaGrad):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.full_like(params[key], 0.1)
            self.h[key] += grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)
