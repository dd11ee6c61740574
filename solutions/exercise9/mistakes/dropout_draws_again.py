"""Your backward draws a new mask. The numbers that were switched off in forward are the ones whose
slope is 0: keep the mask.

backward에서 마스크를 새로 뽑았습니다. forward에서 끈 수들의 기울기가 0이므로 그때의 마스크를 저장해 두세요.
"""

FAILS = "test_dropout_goes_back_the_same_way"


class Dropout(Dropout):
    def backward(self, dout):
        if np.ndim(self.factor):
            self.factor = (self.rng.random(dout.shape) >= self.rate) / (1 - self.rate)
        return dout * self.factor
