"""You change the caller's weights: `W -= …` writes into them. Here nothing learns; the weights are
only looked at.

함수를 부른 쪽의 가중치를 바꾸었습니다. `W -= …`는 그 배열을 바꿉니다. 여기서는 학습하지 않고
기울기만 잽니다.
"""

FAILS = "test_norms_of_whole_numbers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
        weights[i][...] = weights[i] - 0.1 * (outputs[i].T @ delta)
    return norms
