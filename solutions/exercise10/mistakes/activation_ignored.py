"""You use the sigmoid whatever activation is asked for.

어떤 활성화 함수를 요청하든 시그모이드를 썼습니다.
"""

FAILS = "test_norms_of_tanh_layers"


def gradient_norms(weights, x, activation):
    activation = "sigmoid"
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
