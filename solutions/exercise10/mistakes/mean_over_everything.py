"""You divide by N and by the number of outputs. S adds the outputs of a row and takes the mean over
the rows only.

N과 출력의 개수로 모두 나누었습니다. S는 한 행의 출력을 더하고, 행에 대해서만 평균을 냅니다.
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / outputs[-1].size
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
