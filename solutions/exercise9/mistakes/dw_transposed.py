"""Your dW is dout.T @ x and has the shape (H, D): the right numbers in the wrong places. It must
have the shape of W, (D, H): x.T @ dout.

dW가 dout.T @ x라서 형상이 (H, D)입니다. 수는 맞지만 자리가 틀렸습니다. W와 같은 형상 (D, H)가 되어야 합니다: x.T @ dout.
"""

FAILS = "test_affine_gradients"


class Affine(Affine):
    def backward(self, dout):
        dx = super().backward(dout)
        self.dW = self.dW.T
        return dx
