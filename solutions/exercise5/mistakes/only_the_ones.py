"""You have only the term t log p. It says nothing about the examples with t = 0; they cost (1 - t)
log(1 - p).

t log p 항만 있습니다. 그러면 t = 0인 예제가 손실에 들어가지 않습니다. (1 - t) log(1 -
p) 항도 필요합니다.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return float(np.mean(t * (np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z))))))
