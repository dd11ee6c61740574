"""Your slopes along the weights are transposed: w32 and w41 change places. Entry (i, j) is what
leaves unit i times the delta of unit j, np.outer(hidden, delta2).

가중치의 기울기가 전치되어 w32와 w41의 자리가 바뀌었습니다. (i, j) 원소는 i번 노드의 출력에 j번
노드의 delta를 곱한 값, np.outer(hidden, delta2)입니다.
"""

FAILS = "test_gradients_of_the_output_layer"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    return {
        "W1": np.outer(delta1, x),
        "b1": delta1,
        "W2": np.outer(delta2, hidden),
        "b2": delta2,
    }
