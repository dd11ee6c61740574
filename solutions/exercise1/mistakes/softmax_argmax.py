"""You returned 1 for the largest score and 0 for the others. The softmax is a soft version of
this: every class gets a share, the largest score the largest one.

가장 큰 점수에 1, 나머지에 0을 반환했습니다. 소프트맥스는 이것을 부드럽게 만든 것입니다. 모든
클래스가 몫을 받고, 가장 큰 점수가 가장 큰 몫을 받습니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    return np.where(x == x.max(axis=-1, keepdims=True), 1.0, 0.0)
