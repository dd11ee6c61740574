"""You swap the two shares: with gradient 1 and lr 0.1 the steps are .1054, .1005. rho belongs to the
old mean and 1 - rho to the new square.

두 비율이 바뀌었습니다. 기울기가 1이고 lr이 0.1이면 갱신 크기가 .1054, .1005가 됩니다. rho는 이전 평균에, 1
- rho는 새 제곱에 곱합니다.
"""

FAILS = "test_rmsprop_takes_fifty_steps"


class RMSprop(RMSprop):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] = (1 - self.rho) * self.h[key] + self.rho * grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)
