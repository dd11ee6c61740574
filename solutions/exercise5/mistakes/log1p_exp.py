"""log(1 + exp(z)) - t*z is the right formula, but exp(800) overflows, so the loss is infinite
there. Take the larger exponential out of the logarithm: max(z, 0) + log1p(exp(-|z|)).

log(1 + exp(z)) - t*z는 맞는 식이지만 exp(800)에서 오버플로가 나서 손실이 무한대가 됩니다. 큰
지수를 로그 밖으로 꺼내세요: max(z, 0) + log1p(exp(-|z|)).
"""

FAILS = "test_loss_of_large_logits"


def bce_with_logits(z, t):
    return float(np.mean(np.log1p(np.exp(z)) - t * z))
