"""You printed the answer but did not return it, so your function returns None. Use return.

답을 출력만 하고 반환하지 않아서 함수의 결과가 None입니다. return을 쓰세요.
"""

FAILS = "test_perceptron_of_random_weights"


def perceptron(x, w, b):
    print(1 if np.sum(x * w) + b > 0 else 0)
