"""You returned the logarithm of the softmax, which is never positive. Here the probabilities
themselves are asked; the logarithm belongs to the loss.

소프트맥스의 로그를 반환했습니다. 그 값은 양수가 될 수 없습니다. 여기서 구하는 것은 확률
자체이고, 로그는 손실 함수의 몫입니다.
"""

FAILS = "test_softmax_of_a_batch"


def softmax(x):
    shifted = x - x.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
