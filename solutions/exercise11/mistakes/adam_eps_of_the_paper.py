"""Your eps is 1e-8 unless given, as in the paper and in PyTorch. Here it is 1e-7, as in Keras.

eps를 주지 않으면 논문이나 PyTorch처럼 1e-8을 씁니다. 여기서는 Keras처럼 1e-7입니다.
"""

FAILS = "test_adam_adds_eps_to_the_root"


class Adam(Adam):
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = {}
        self.v = {}
