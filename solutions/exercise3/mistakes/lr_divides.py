"""You divide by the learning rate. Multiply by it: the larger lr, the longer the step.

학습률로 나누었습니다. 학습률이 클수록 멀리 가야 하므로 곱하세요.
"""

FAILS = "test_descent_into_a_bowl"

_descend = gradient_descent


def gradient_descent(f_grad, x0, lr, steps):
    return _descend(f_grad, x0, 1 / lr, steps)
