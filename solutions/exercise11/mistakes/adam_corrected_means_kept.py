"""You store the corrected means back into m and v, so they are corrected again in every call. Keep m
and v as they are, and correct only for the step.

보정한 평균을 m과 v에 다시 저장해서 호출할 때마다 거듭 보정됩니다. m과 v는 그대로 두고 갱신할 때만 보정하세요.
"""

FAILS = "test_adam_takes_fifty_steps"


class Adam(Adam):
    def update(self, params, grads):
        self.t += 1
        lr = self.lr
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            self.m[key] = self.m[key] / (1 - self.beta1**self.t)
            self.v[key] = self.v[key] / (1 - self.beta2**self.t)
            params[key] -= lr * self.m[key] / (np.sqrt(self.v[key]) + self.eps)
