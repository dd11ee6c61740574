"""Your eps is 1e-6 unless given, as on the slide. Here it is 1e-7.

eps를 주지 않으면 슬라이드처럼 1e-6을 씁니다. 여기서는 1e-7입니다.
"""

FAILS = "test_adagrad_adds_eps_to_the_root"


class AdaGrad(AdaGrad):
    def __init__(self, lr, eps=1e-6):
        self.lr = lr
        self.eps = eps
        self.h = {}
