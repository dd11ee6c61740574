"""You square the caller's gradients in place (grads[key] **= 2, or np.square with out=). They must
stay as they are: write grads[key] ** 2.

함수를 부른 쪽의 기울기를 제자리에서 제곱했습니다(grads[key] **= 2 또는 out=을 준 np.square). 기울기는
그대로 두어야 합니다. grads[key] ** 2로 쓰세요.
"""

FAILS = "test_rmsprop_changes_the_arrays_themselves"


class RMSprop(RMSprop):
    def update(self, params, grads):
        for key in params:
            if key not in self.h:
                self.h[key] = np.zeros_like(params[key])
            g = grads[key].copy()
            grads[key] **= 2
            self.h[key] = self.rho * self.h[key] + (1 - self.rho) * grads[key]
            params[key] -= self.lr * g / (np.sqrt(self.h[key]) + self.eps)
