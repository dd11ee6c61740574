"""You forget to divide by N: each row counts fully, and a batch written down twice has twice the
gradient.

N으로 나누지 않았습니다. 모든 행이 그대로 더해져서, 같은 배치를 두 번 이어 붙이면 기울기가 두 배가 됩니다.
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1.0
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
