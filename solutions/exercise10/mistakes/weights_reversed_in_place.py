"""You turn the caller's list around with weights.reverse(). Use reversed(weights) or weights[::-1],
which leave it as it is.

weights.reverse()로 함수를 부른 쪽의 리스트를 뒤집었습니다. 리스트를 그대로 두는 reversed(weights)나 weights[::-1]을 쓰세요.
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
    weights.reverse()
    return norms
