"""You have max(z, 0) - t*z and leave the logarithm out. That is only the limit for large z; add
log1p(exp(-|z|)).

max(z, 0) - t*z만 있고 로그 항이 없습니다. 그것은 z가 클 때의 극한일 뿐입니다.
log1p(exp(-|z|))를 더하세요.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return float(np.mean(np.maximum(z, 0) - t * z))
