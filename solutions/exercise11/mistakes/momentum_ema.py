"""You weight the new gradient with 1 - momentum, which makes v a mean: with gradient 1 and lr 0.1
the steps are .01, .019, .0271. Here v gathers: v = momentum * v + lr * g.

새 기울기에 1 - momentum을 곱해서 v가 평균이 되었습니다. 기울기가 1이고 lr이 0.1이면 갱신 크기가 .01,
.019, .0271이 됩니다. 여기서 v는 쌓입니다: v = momentum * v + lr * g.
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros_like(params[key])
            self.v[key] = self.momentum * self.v[key] + (1 - self.momentum) * self.lr * grads[key]
            params[key] -= self.v[key]
