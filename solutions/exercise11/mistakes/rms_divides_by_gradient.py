"""You divide by the root of the newest square, so every step is lr times the sign of the gradient.
Divide by the root of the moving mean h.

가장 새로운 제곱의 제곱근으로 나누어서 갱신이 언제나 lr에 기울기의 부호를 곱한 값입니다. 이동 평균 h의 제곱근으로 나누세요.
"""

FAILS = "test_rmsprop_takes_fifty_steps"


class RMSprop(RMSprop):
    def update(self, params, grads):
        for key in params:
            params[key] -= self.lr * grads[key] / (np.sqrt(grads[key] ** 2) + self.eps)
