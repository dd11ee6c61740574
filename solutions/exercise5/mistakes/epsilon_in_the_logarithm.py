"""You add 1e-7 inside the logarithm, as exercise 2 does. Here the loss is exact: a logit of 800
costs 800, not 16.118. Write it in terms of z; then there is no log 0 to avoid.

연습 2처럼 로그 안에 1e-7을 더했습니다. 여기서는 정확한 손실을 구합니다. 로짓 800의 손실은
16.118이 아니라 800입니다. z로 쓰면 log 0이 나오지 않습니다.
"""

FAILS = "test_bce_with_logits_is_a_loss"


def bce_with_logits(z, t):
    p = 1 / (1 + np.exp(-z))
    return float(-np.mean(t * np.log(p + 1e-7) + (1 - t) * np.log(1 - p + 1e-7)))
