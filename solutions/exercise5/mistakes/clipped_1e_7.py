"""You clip the probability at 1e-7. That hides the NaN, but now no mistake costs more than 16.118:
a logit of 40 and one of 800 look equally wrong, and neither is right. Write the loss in terms
of z; then nothing needs clipping.

확률을 1e-7에서 잘랐습니다. NaN은 사라지지만 손실이 16.118을 넘지 못해, 로짓 40과 800의
손실이 같아지고 둘 다 틀린 값이 됩니다. 손실을 z로 쓰면 자를 필요가 없습니다.
"""

FAILS = "test_loss_of_large_logits"


def bce_with_logits(z, t):
    p = np.clip(1 / (1 + np.exp(-z)), 1e-7, 1 - 1e-7)
    return float(-np.mean(t * np.log(p) + (1 - t) * np.log(1 - p)))
