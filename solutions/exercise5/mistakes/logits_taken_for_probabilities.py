"""You take z for a probability. z is a logit, any number at all: its logarithm does not even exist
when z is negative. p is σ(z).

z를 확률로 다루었습니다. z는 어떤 수든 될 수 있는 로짓이고, 음수이면 로그를 취할 수도 없습니다. 확률은
p = σ(z)입니다.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    return float(-np.mean(t * np.log(z) + (1 - t) * np.log(1 - z)))
