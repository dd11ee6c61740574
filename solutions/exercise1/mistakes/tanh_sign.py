"""Your curve falls: you swapped the two exponentials in the numerator. It is exp(x) - exp(-x),
positive for x > 0.

곡선이 감소합니다. 분자의 두 지수가 뒤바뀌었습니다. 분자는 exp(x) - exp(-x)이고 x > 0에서
양수입니다.
"""

FAILS = "test_tanh_is_a_stretched_sigmoid"


def tanh(x):
    return -np.tanh(x)
