"""For negative x you computed 1 / (1 + exp(x)), so your result is never below 0.5. The safe
form on the left is exp(x) / (1 + exp(x)).

음수인 x에서 1 / (1 + exp(x))를 계산해서 결과가 0.5보다 작아지지 않습니다. 왼쪽에서 안전한 식은
exp(x) / (1 + exp(x))입니다.
"""

FAILS = "test_sigmoid_rises_symmetrically"


def sigmoid(x):
    return 1 / (1 + np.exp(-np.abs(x)))
