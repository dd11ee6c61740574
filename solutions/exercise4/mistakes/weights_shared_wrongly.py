"""You used w1 the wrong way round, its transpose: each hidden unit got the weights of an input.
Column j of w1 belongs to hidden unit j, so it is x @ w1. Symmetric weights hide this.

w1을 전치해서 썼습니다. 은닉층의 노드가 입력의 가중치를 받게 됩니다. w1의 j번째 열이 은닉층의
노드 j의 가중치이므로 x @ w1입니다. 대칭인 가중치에서는 드러나지 않습니다.
"""

FAILS = "test_two_layer_of_random_weights"


def two_layer(x, w1, b1, w2, b2, activation):
    hidden = activation(np.dot(x, w1.T) + b1)
    return activation(np.dot(hidden, w2) + b2)
