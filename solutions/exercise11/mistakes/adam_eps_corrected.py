"""You correct v first and then add eps, as algorithm 1 of the paper and PyTorch do. Here eps is
added to √v before the correction, as in Keras; the two differ where the gradients are tiny.

논문의 알고리즘 1이나 PyTorch처럼 v를 먼저 보정한 뒤 eps를 더했습니다. 여기서는 Keras처럼 보정하기 전의 √v에
eps를 더하며, 기울기가 아주 작을 때 값이 달라집니다.
"""

FAILS = "test_adam_adds_eps_to_the_root"


class Adam(Adam):
    def update(self, params, grads):
        self.t += 1
        lr = self.lr / (1 - self.beta1**self.t)
        for key in params:
            if key not in self.m:
                self.m[key] = np.zeros_like(params[key])
                self.v[key] = np.zeros_like(params[key])
            self.m[key] = self.beta1 * self.m[key] + (1 - self.beta1) * grads[key]
            self.v[key] = self.beta2 * self.v[key] + (1 - self.beta2) * grads[key] ** 2
            params[key] -= (
                lr * self.m[key] / (np.sqrt(self.v[key] / (1 - self.beta2**self.t)) + self.eps)
            )
