"""You subtract the whole gradient, as the formula of decks 000 and 004 has it. Multiply it by the
learning rate self.lr first.

000, 004 강의의 식처럼 기울기를 그대로 뺐습니다. 먼저 학습률 self.lr을 곱하세요.
"""

FAILS = "test_sgd_takes_fifty_steps"


class SGD(SGD):
    def update(self, params, grads):
        for key in params:
            params[key] -= grads[key]
