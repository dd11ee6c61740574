"""log(1 + exp(-z)) + (1 - t)*z is the right formula, but exp(800) overflows at z = -800. Take the
larger exponential out of the logarithm, so that exp only sees -|z|.

log(1 + exp(-z)) + (1 - t)*z는 맞는 식이지만 z = -800이면 exp(800)에서 오버플로가 납니다. 큰
지수를 로그 밖으로 꺼내어 exp에 -|z|만 들어가게 하세요.
"""

FAILS = "test_loss_of_large_logits"


def bce_with_logits(z, t):
    return float(np.mean(np.log1p(np.exp(-z)) + (1 - t) * z))
