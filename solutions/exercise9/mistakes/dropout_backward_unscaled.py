"""Your backward switches dout off where x was, but does not divide by 1 - rate. What forward
multiplied by, backward multiplies by.

backward가 x를 끈 곳에서 dout도 끄지만 1 - rate로 나누지 않았습니다. forward에서 곱한 것을 backward에서도 곱해야 합니다.
"""

FAILS = "test_dropout_goes_back_the_same_way"


class Dropout(Dropout):
    def backward(self, dout):
        return dout * np.sign(self.factor)
