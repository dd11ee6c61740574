"""You compute exp(a) / (1 + exp(a)): for a = 2000 that is infinity divided by infinity, which is
NaN. 1 / (1 + exp(-a)) is right there.

exp(a) / (1 + exp(a))를 계산했습니다. a = 2000이면 무한대를 무한대로 나누어 NaN이 됩니다. 1 / (1 + exp(-a))는 그곳에서도 맞습니다.
"""

FAILS = "test_norms_of_large_sums"


def activate(a, activation):
    if activation == "sigmoid":
        return np.exp(a) / (1 + np.exp(a))
    if activation == "tanh":
        return np.tanh(a)
    return np.maximum(a, 0)
