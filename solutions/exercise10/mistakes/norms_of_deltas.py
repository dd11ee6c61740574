"""You measure delta, the slope along the weighted sums. The slope along the weights is delta
multiplied by what enters the layer: inputs.T @ delta.

가중합에 대한 기울기인 delta를 쟀습니다. 가중치에 대한 기울기는 층에 들어오는 값을 delta에 곱한 것입니다: inputs.T @ delta.
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
        norms[i] = np.linalg.norm(delta)
        back = delta @ weights[i].T
    return norms
