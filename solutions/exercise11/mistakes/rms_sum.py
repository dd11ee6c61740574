"""You leave 1 - rho out, so h tends to ten times the mean of squares and the steps are too small.
The shares rho and 1 - rho add up to 1.

1 - rho를 빠뜨려서 h가 제곱 평균의 열 배에 가까워지고 갱신이 너무 작아집니다. rho와 1 - rho, 두 비율의 합은
1입니다.
"""

FAILS = "test_rmsprop_takes_fifty_steps"


class RMSprop(RMSprop):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            self.h[key] = self.rho * self.h[key] + grads[key] ** 2
            params[key] -= self.lr * grads[key] / (np.sqrt(self.h[key]) + self.eps)
