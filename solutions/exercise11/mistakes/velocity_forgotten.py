"""Your velocity starts at 0 again in every call, so every step is plain SGD. Make the dict in
__init__ and keep what is in it.

호출할 때마다 속도가 0에서 다시 시작해서 매번 SGD와 같습니다. 딕셔너리를 __init__에서 만들고 그 안의 값을 이어서
쓰세요.
"""

FAILS = "test_momentum_takes_fifty_steps"


class Momentum(Momentum):
    def update(self, params, grads):
        for key in params:
            v = np.zeros_like(params[key])
            v = self.momentum * v + self.lr * grads[key]
            params[key] -= v
