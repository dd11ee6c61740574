"""You cut the result off near 0 and 1, at 1e-7 and 1 - 1e-7. That guards a logarithm, and the
logarithm belongs to the loss. Return the sigmoid itself; 0 and 1 at the far ends are fine.

결과를 0과 1 근처(1e-7과 1 - 1e-7)에서 잘랐습니다. 이것은 로그를 지키려는 방법이고, 로그는 손실
함수의 몫입니다. 시그모이드 값을 그대로 반환하세요. 양 끝에서 0과 1이 되어도 괜찮습니다.
"""

FAILS = "test_sigmoid_is_an_activation"


def sigmoid(x):
    return np.clip(1 / (1 + np.exp(-x)), 1e-7, 1 - 1e-7)
