"""You write the gradient into params and return that dict, so the caller loses its weights. Make a
new dict.

기울기를 params에 써넣고 그 딕셔너리를 반환해서, 함수를 부른 쪽의 가중치가 사라집니다. 새 딕셔너리를
만드세요.
"""

FAILS = "test_backward_of_whole_numbers"


def backward(params, x, t):
    hidden, output = forward(params, x)
    delta2 = (output - t) * output * (1 - output)
    delta1 = (params["W2"] @ delta2) * hidden * (1 - hidden)
    params["W1"] = np.outer(x, delta1)
    params["b1"] = delta1
    params["W2"] = np.outer(hidden, delta2)
    params["b2"] = delta2
    return params
