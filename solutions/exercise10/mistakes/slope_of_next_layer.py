"""You multiply by the slope of a layer only after you have taken its gradient, so each layer has the
slopes of the layers above it and not its own.

층의 기울기를 구한 다음에야 그 층의 활성화 함수의 기울기를 곱했습니다. 그래서 뒤쪽 층들의
기울기만 들어가고 자신의 기울기는 빠집니다.
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = np.full(outputs[-1].shape, 1 / len(x))
    for i in reversed(range(len(weights))):
        norms[i] = np.linalg.norm(outputs[i].T @ back)
        back = (back * slope(outputs[i + 1], activation)) @ weights[i].T
    return norms
