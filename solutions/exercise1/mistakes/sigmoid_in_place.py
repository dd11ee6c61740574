"""You wrote into x (`x *= -1`, `out=x`), so the array of whoever called you has changed.
Compute in a new array: `np.exp(-x)` makes one.

x에 직접 값을 썼습니다(`x *= -1`, `out=x`). 그래서 함수를 부른 쪽의 배열이 바뀌었습니다. 새
배열에서 계산하세요. `np.exp(-x)`는 새 배열을 만듭니다.
"""

FAILS = "test_sigmoid_is_an_activation"


def sigmoid(x):
    x *= -1
    return 1 / (1 + np.exp(x))
