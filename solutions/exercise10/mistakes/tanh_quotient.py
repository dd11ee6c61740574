"""You compute tanh as a quotient of exponentials. For a weighted sum of 2000 it is NaN; np.tanh is
not.

tanh를 지수 함수의 몫으로 계산했습니다. 가중합이 2000이면 NaN이 됩니다. np.tanh를 쓰세요.
"""

FAILS = "test_norms_of_large_sums"


def activate(a, activation):
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-a))
    if activation == "tanh":
        return (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))
    return np.maximum(a, 0)
