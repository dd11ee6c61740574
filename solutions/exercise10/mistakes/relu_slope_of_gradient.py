"""You let through where the gradient is positive. The ReLU lets through where its own input was
positive.

기울기가 양수인 곳을 통과시켰습니다. ReLU는 자신의 입력이 양수였던 곳을 통과시킵니다.
"""

FAILS = "test_norms_of_relu_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        here = outputs[i + 1]
        back = back * np.ones(here.shape)
        delta = back * ((back > 0) if activation == "relu" else slope(here, activation))
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
