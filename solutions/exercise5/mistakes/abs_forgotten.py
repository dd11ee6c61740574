"""You have exp(-z) where the stable form has exp(-|z|). The two agree for z > 0 only.

안정한 식의 exp(-|z|) 대신 exp(-z)를 썼습니다. 둘은 z > 0일 때만 같습니다.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return float(np.mean(np.maximum(z, 0) - t * z + np.log1p(np.exp(-z))))
