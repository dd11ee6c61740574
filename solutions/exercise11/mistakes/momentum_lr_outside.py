"""You keep lr outside the velocity: v = momentum * v + g, then lr * v. While lr stays the same that
is equal; when lr changes, it rescales what v has gathered. Here v = momentum * v + lr * g.

lr을 속도 밖에 두었습니다: v = momentum * v + g, 그다음 lr * v. lr이 그대로이면 결과가 같지만, lr이
바뀌면 이미 쌓인 속도까지 달라집니다. 여기서는 v = momentum * v + lr * g입니다.
"""

FAILS = "test_momentum_keeps_its_own_velocity"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros_like(params[key])
            self.v[key] = self.momentum * self.v[key] + grads[key]
            params[key] -= self.lr * self.v[key]
