"""You give the loss of t = 1 to the examples with t = 0, and the other way round. t belongs to log
p, and 1 - t to log(1 - p).

t = 1일 때의 손실과 t = 0일 때의 손실이 서로 바뀌었습니다. log p에는 t를, log(1 -
p)에는 1 - t를 곱하세요.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return float(np.mean(np.maximum(z, 0) - (1 - t) * z + np.log1p(np.exp(-np.abs(z)))))
