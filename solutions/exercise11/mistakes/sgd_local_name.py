"""Nothing moves: p = params[key] followed by p = p - … gives the name p to a new array, and the
array in params stays as it was. Write params[key] -= ….

아무것도 움직이지 않습니다. p = params[key] 다음에 p = p - …라고 쓰면 p라는 이름이 새 배열을 가리킬 뿐,
params의 배열은 그대로입니다. params[key] -= …로 쓰세요.
"""

FAILS = "test_sgd_takes_fifty_steps"


class SGD(SGD):
    def update(self, params, grads):
        for key in params:
            p = params[key]
            p = p - self.lr * grads[key]
