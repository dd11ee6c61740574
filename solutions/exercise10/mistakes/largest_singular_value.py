"""You call np.linalg.norm(gradient, 2): for a matrix that is its largest singular value. Leave out
the 2 for the root of the sum of all squares.

np.linalg.norm(gradient, 2)를 불렀습니다. 행렬에서 이것은 가장 큰 특잇값입니다. 2를 빼면 모든 원소의 제곱합의 제곱근이 됩니다.
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
        norms[i] = np.linalg.norm(outputs[i].T @ delta, 2)
        back = delta @ weights[i].T
    return norms
