"""You go back with delta @ W. Back through a layer it is delta @ W.T; without the T the shapes fit
for square matrices only.

delta @ W로 거꾸로 갔습니다. 층을 거꾸로 지날 때는 delta @ W.T입니다. T가 없으면 정사각 행렬에서만 형상이 맞습니다.
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
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i]
    return norms
