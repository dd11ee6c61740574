"""You divided the sum of the exponentials by their difference. tanh is the difference divided
by the sum, so that it is 0 at 0.

두 지수의 합을 차로 나누었습니다. tanh는 차를 합으로 나눈 값이어서 0에서 0입니다.
"""

FAILS = "test_tanh_is_a_stretched_sigmoid"


def tanh(x):
    return (np.exp(x) + np.exp(-x)) / (np.exp(x) - np.exp(-x))
