"""You compute the sigmoid as exp(a) / (1 + exp(a)), which is infinity / infinity = NaN for large
sums. 1 / (1 + exp(-a)) is safe.

시그모이드를 exp(a) / (1 + exp(a))로 계산했습니다. 합이 크면 무한대 / 무한대 = NaN이 됩니다. 1 / (1 + exp(-a))은 안전합니다.
"""

FAILS = "test_gates_wide_open_and_shut"


def sigmoid(a):
    return np.exp(a) / (1 + np.exp(a))
