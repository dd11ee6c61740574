"""You take 1 as the slope of the ReLU where the weighted sum is exactly 0. In this course it is 0
there.

가중합이 정확히 0인 곳에서 ReLU의 기울기를 1로 했습니다. 이 수업에서는 0입니다.
"""

FAILS = "test_norms_where_sums_are_zero"


def gradient_norms(weights, x, activation):
    outputs, sums = [x], []
    for W in weights:
        sums.append(outputs[-1] @ W)
        outputs.append(activate(sums[-1], activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        delta = back * (
            (sums[i] >= 0) if activation == "relu" else slope(outputs[i + 1], activation)
        )
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
