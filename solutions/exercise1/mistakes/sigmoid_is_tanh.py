"""You returned tanh(x), which runs from -1 to 1. The sigmoid runs from 0 to 1:
sigmoid(x) = (1 + tanh(x / 2)) / 2.

tanh(x)를 반환했습니다. tanh는 -1에서 1까지입니다. 시그모이드는 0에서 1까지이며,
sigmoid(x) = (1 + tanh(x / 2)) / 2입니다.
"""

FAILS = "test_sigmoid_rises_symmetrically"


def sigmoid(x):
    return np.tanh(x)
