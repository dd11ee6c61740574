"""You pair the values of params and grads by their order, but the keys of grads may come in another
order. Go by key: grads[key].

params와 grads의 값을 순서대로 짝지었지만, grads의 키는 순서가 다를 수 있습니다. grads[key]처럼 키로
찾으세요.
"""

FAILS = "test_sgd_takes_fifty_steps"


class SGD(SGD):
    def update(self, params, grads):
        for p, g in zip(params.values(), grads.values()):
            p -= self.lr * g
