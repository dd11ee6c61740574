"""You rounded the probabilities, as the slide does to fit them in. A row of rounded numbers
need not add up to 1. Return them as they are.

슬라이드처럼 확률을 반올림했습니다. 반올림한 수들의 합은 1이 아닐 수 있습니다. 계산한 값을
그대로 반환하세요.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    exps = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.round(exps / exps.sum(axis=-1, keepdims=True), 2)
