"""You copy the learning rate into another attribute when the optimiser is made, so a later change of
lr is not seen. Read self.lr in update.

옵티마이저를 만들 때 학습률을 다른 속성에 옮겨 두어서 나중에 lr을 바꾸어도 소용이 없습니다. update에서 self.lr을
읽으세요.
"""

FAILS = "test_sgd_follows_its_own_lr"


class SGD(SGD):
    def __init__(self, lr):
        self.lr = lr
        self.rate = lr

    def update(self, params, grads):
        for key in params:
            params[key] -= self.rate * grads[key]
