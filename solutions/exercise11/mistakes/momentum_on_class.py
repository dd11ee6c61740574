"""Your velocities are kept in the class and not in the object, so all optimisers share them. Make
the dict in __init__: self.v = {}.

속도를 객체가 아니라 클래스에 두어서 모든 옵티마이저가 함께 씁니다. __init__에서 self.v = {}로 딕셔너리를 만드세요.
"""

FAILS = "test_momentum_keeps_its_own_velocity"


class Momentum(Momentum):
    v = {}

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum
