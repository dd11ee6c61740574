"""You multiply delta by what leaves the layer. A weight's slope is what enters it times the delta it
leads to.

층에서 나가는 값을 delta에 곱했습니다. 가중치의 기울기는 가중치로 들어오는 값과 가중치가 향하는 delta의 곱입니다.
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
        norms[i] = np.linalg.norm(outputs[i + 1].T @ delta)
        back = delta @ weights[i].T
    return norms
