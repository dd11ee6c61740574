"""You compute a (1 - a) from the weighted sum. That formula takes the output of the sigmoid: z (1 -
z).

가중합으로 a (1 - a)를 계산했습니다. 그 식에는 시그모이드의 출력을 넣어야 합니다: z (1 - z).
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs, sums = [x], []
    for W in weights:
        sums.append(outputs[-1] @ W)
        outputs.append(activate(sums[-1], activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        delta = back * slope(sums[i], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
