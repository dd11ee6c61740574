"""You take the root of the mean of the squares. The norm is the root of their sum, whatever the size
of the layer.

제곱의 평균에 제곱근을 취했습니다. 노름은 층의 크기와 상관없이 제곱의 합에 제곱근을 취한 것입니다.
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
        norms[i] = np.sqrt(np.mean((outputs[i].T @ delta) ** 2))
        back = delta @ weights[i].T
    return norms
