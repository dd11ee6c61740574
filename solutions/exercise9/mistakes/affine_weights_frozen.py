"""You work with a copy of W and b from the constructor. Training assigns new arrays to layer.W and
layer.b, and your layer never sees them: it would not learn.

생성자에서 만든 W와 b의 복사본으로 계산합니다. 학습은 layer.W와 layer.b에 새 배열을 대입하는데, 이 계층은 그것을 보지 못해 아무것도 배우지 못합니다.
"""

FAILS = "test_affine_rounds"


class Affine(Affine):
    def __init__(self, W, b):
        super().__init__(W, b)
        self.first = W.copy(), b.copy()

    def forward(self, x):
        self.W, self.b = self.first
        return super().forward(x)
