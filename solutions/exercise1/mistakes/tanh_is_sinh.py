"""You computed (exp(x) - exp(-x)) / 2, the hyperbolic sine, which grows without bound. Divide
by exp(x) + exp(-x) instead of 2.

(exp(x) - exp(-x)) / 2, 곧 쌍곡사인을 계산했습니다. 이 값은 끝없이 커집니다. 2가 아니라
exp(x) + exp(-x)로 나누세요.
"""

FAILS = "test_tanh_is_a_stretched_sigmoid"


def tanh(x):
    return np.sinh(x)
