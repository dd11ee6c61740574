"""You take the logarithm of the probability. From z = 36.74 on, 1 + exp(-z) is exactly 1, so log(1
- p) is log 0: infinity, or NaN where 0 multiplies it. This is the NaN of deck 000. Write the
loss in terms of z: max(z, 0) - t*z + log1p(exp(-|z|)).

확률에 로그를 취했습니다. z가 36.74를 넘으면 1 + exp(-z)가 정확히 1이 되어 log(1 -
p)는 log 0, 곧 무한대이고, 여기에 0을 곱하면 NaN입니다. 000 강의의 NaN이 바로 이것입니다.
손실을 z로 쓰세요: max(z, 0) - t*z + log1p(exp(-|z|)).
"""

FAILS = "test_loss_of_large_logits"


def bce_with_logits(z, t):
    p = 1 / (1 + np.exp(-z))
    return float(-np.mean(t * np.log(p) + (1 - t) * np.log(1 - p)))
