"""Your means are kept in the class and not in the object, so all optimisers share them. Make the
dicts in __init__: self.m = {} and self.v = {}.

이동 평균을 객체가 아니라 클래스에 두어서 모든 옵티마이저가 함께 씁니다. __init__에서 self.m = {}과 self.v =
{}로 딕셔너리를 만드세요.
"""

FAILS = "test_adam_keeps_its_own_means"


class Adam(Adam):
    m = {}
    v = {}

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-7):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
