"""You applied the sigmoid to each score on its own. The softmax looks at the whole row: its
entries share one sum, which is 1.

점수마다 따로 시그모이드를 적용했습니다. 소프트맥스는 행 전체를 봅니다. 한 행의 원소들은 합이
1이 되도록 나눠 가집니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    return sigmoid(x)
