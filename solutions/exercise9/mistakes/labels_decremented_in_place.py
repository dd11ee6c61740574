"""Your backward subtracts the 1 of the right class from the kept y itself. Asked a second time, it
subtracts again. Work on a copy, or compute y - t.

backward가 저장해 둔 y 자체에서 정답의 1을 뺍니다. 한 번 더 부르면 또 빼게 됩니다. 복사본에서 계산하거나 y - t를 쓰세요.
"""

FAILS = "test_loss_leaves_its_arguments"


class SoftmaxWithLoss(SoftmaxWithLoss):
    def backward(self, dout=1):
        self.y -= self.t
        return dout * self.y / len(self.y)
