"""You measure each row on its own and take the mean of the norms. First add the gradients of the
rows, in which some cancel, then measure.

행마다 노름을 재고 그 평균을 냈습니다. 먼저 행들의 기울기를 더하고(일부는 서로 지워집니다) 그다음에 노름을 재세요.
"""

FAILS = "test_norms_of_one_layer_and_of_one_row"


def gradient_norms(weights, x, activation):
    return np.mean([norms_of_batch(weights, row[np.newaxis], activation) for row in x], axis=0)


def norms_of_batch(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1.0
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
