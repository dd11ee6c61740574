"""exp(a) / (1 + exp(a)) is NaN for large a. Write 1 / (1 + exp(-a)).

exp(a) / (1 + exp(a))는 큰 a에서 NaN입니다. 1 / (1 + exp(-a))로 쓰세요.
"""

FAILS = "test_predict_of_large_sums"


def sigmoid(a):
    return np.exp(a) / (1 + np.exp(a))
