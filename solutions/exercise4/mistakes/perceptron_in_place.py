"""You wrote the products into x with `x *= w`. Whoever called you has lost the inputs, and for
integers it is an error. Build a new array: w * x.

`x *= w`로 곱을 x에 썼습니다. 함수를 부른 쪽에서는 입력을 잃고, 정수 배열이면 오류가 납니다. 새 배열을
만드세요: w * x.
"""

FAILS = "test_perceptron_leaves_its_arguments"


def perceptron(x, w, b):
    x *= w
    return 1 if np.sum(x) + b > 0 else 0
