"""You wrote down two products, as on the slide. With one input this raises IndexError, and a third
is left out. np.sum(w * x) takes them all.

슬라이드처럼 곱 두 개만 적었습니다. 입력이 하나이면 IndexError가 나고, 셋째 입력부터는 빠집니다.
np.sum(w * x)는 모두 더합니다.
"""

FAILS = "test_perceptron_of_any_number_of_inputs"


def perceptron(x, w, b):
    return 1 if w[0] * x[0] + w[1] * x[1] + b > 0 else 0
