"""You start with np.full_like(z, 1 / N). Where z holds integers, that array holds integers too, and
1 / N becomes 0.

np.full_like(z, 1 / N)으로 시작했습니다. z가 정수이면 이 배열도 정수 배열이어서 1 / N이 0이 됩니다.
"""

FAILS = "test_norms_of_whole_numbers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = np.full_like(outputs[-1], 1 / len(x))
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
