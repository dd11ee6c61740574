"""For an array of integers you returned integers (`np.maximum(0, x)`). Integers count as floats
here, so the result is float64: write `np.maximum(0.0, x)`.

정수 배열을 받으면 정수를 반환했습니다(`np.maximum(0, x)`). 여기서는 정수도 실수형으로 다루므로
결과는 float64입니다. `np.maximum(0.0, x)`이라고 쓰세요.
"""

FAILS = "test_relu_is_an_activation"


def relu(x):
    return np.maximum(0, x)
