"""You write the sigmoid as exp(a) / (1 + exp(a)). For a large weighted sum that is infinity over
infinity, NaN. Write 1 / (1 + exp(-a)).

시그모이드를 exp(a) / (1 + exp(a))로 썼습니다. 가중합이 크면 무한대 나누기 무한대가 되어 NaN입니다.
1 / (1 + exp(-a))로 쓰세요.
"""

FAILS = "test_forward_of_large_sums"


def sigmoid(a):
    return np.exp(a) / (1 + np.exp(a))
