"""You add the squares and do not take the root.

제곱을 더하고 제곱근을 취하지 않았습니다.
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.sum((outputs[i].T @ delta) ** 2)
        back = delta @ weights[i].T
    return norms
