"""You collected the results in an array of the same type as x. If x holds integers, every fraction
is cut off. Use np.zeros(len(x)), which holds floats.

결과를 x와 같은 자료형의 배열에 모았습니다. x가 정수 배열이면 소수점 아래가 모두 잘립니다.
실수형 값을 담는 np.zeros(len(x))를 쓰세요.
"""

FAILS = "test_two_layer_of_whole_numbers"


def two_layer(x, w1, b1, w2, b2, activation):
    result = np.zeros_like(x[:, 0])
    for i in range(len(x)):
        hidden = activation(np.dot(x[i], w1) + b1)
        result[i] = activation(np.dot(hidden, w2) + b2)
    return result
