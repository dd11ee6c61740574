"""Your loss is negative: the minus in front of the sum is missing. Logarithms of probabilities are
below 0, and the loss is above.

손실이 음수입니다. 식 맨 앞의 음의 부호가 빠졌습니다. 확률의 로그는 0보다 작고, 손실은 0보다 큽니다.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return -float(np.mean(np.maximum(z, 0) - t * z + np.log1p(np.exp(-np.abs(z)))))
