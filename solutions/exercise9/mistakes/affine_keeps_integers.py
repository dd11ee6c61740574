"""With integer x, W and b your Affine gives integers. Make floats of them, for instance with
x.astype(float).

x, W, b가 정수이면 결과도 정수가 됩니다. x.astype(float)처럼 실수형으로 바꾸세요.
"""

FAILS = "test_affine_of_whole_numbers"


class Affine(Affine):
    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(len(x), -1)
        return self.x @ self.W + self.b
