"""You add 1 instead of the biases. On the slides every bias is 1; here each unit has a bias of its
own, in b1 and b2.

편향 대신 1을 더했습니다. 슬라이드에서는 편향이 모두 1이지만, 여기서는 노드마다 자신의 편향이 b1과
b2에 있습니다.
"""

FAILS = "test_forward_of_random_networks"


def forward(params, x):
    hidden = sigmoid(x @ params["W1"] + 1)
    output = sigmoid(hidden @ params["W2"] + 1)
    return hidden, output
