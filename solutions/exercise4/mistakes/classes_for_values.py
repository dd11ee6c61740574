"""You turned the output into 0 and 1. That hides what the network really says, such as .555 where
0 is wanted. Return the output of the activation as it is.

출력을 0과 1로 바꾸었습니다. 그러면 0이어야 할 곳에서 .555가 나온다는 사실이 가려집니다. 활성화 함수의
출력을 그대로 반환하세요.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1) + b1)
    return (activation(np.dot(hidden, w2) + b2) > 0.5).astype(int)
