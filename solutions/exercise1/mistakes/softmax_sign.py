"""You took exp(-x), as in the sigmoid, so the smallest score gets the largest probability. The
softmax takes exp(x).

시그모이드에서처럼 exp(-x)를 취해서 가장 작은 점수가 가장 큰 확률을 받습니다. 소프트맥스는
exp(x)입니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x.min(axis=-1, keepdims=True) - x)
    return exps / exps.sum(axis=-1, keepdims=True)
