"""You send dout back with dout @ W. That fails unless W is square, and is wrong even then. The way
back needs the transposed weights: dout @ W.T.

dout @ W로 역전파했습니다. W가 정사각 행렬이 아니면 오류가 나고, 정사각이어도 값이 틀립니다. 되돌아갈 때는 전치한 가중치를 씁니다: dout @ W.T.
"""

FAILS = "test_affine_gradients"


class Affine(Affine):
    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W).reshape(self.shape)
