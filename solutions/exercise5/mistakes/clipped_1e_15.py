"""You clip the probability at 1e-15. That hides the NaN, but no mistake costs more than 34.539: a
logit of 40 must cost 40 and one of 800 must cost 800. Write the loss in terms of z; then
nothing needs clipping.

확률을 1e-15에서 잘랐습니다. NaN은 사라지지만 손실이 34.539를 넘지 못합니다. 로짓 40의 손실은
40, 800의 손실은 800이어야 합니다. 손실을 z로 쓰면 자를 필요가 없습니다.
"""

FAILS = "test_loss_of_large_logits"


def bce_with_logits(z, t):
    p = np.clip(1 / (1 + np.exp(-z)), 1e-15, 1 - 1e-15)
    return float(-np.mean(t * np.log(p) + (1 - t) * np.log(1 - p)))
