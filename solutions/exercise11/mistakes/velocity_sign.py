"""You go uphill: one sign too many. With v = momentum * v + lr * g subtract v. (With v = momentum *
v - lr * g, as in the book, add it.)

부호가 하나 어긋나 오르막으로 갑니다. v = momentum * v + lr * g라면 v를 빼세요. (책처럼 v =
momentum * v - lr * g라면 더합니다.)
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros_like(params[key])
            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]
            params[key] -= self.v[key]
