"""You leave out the slope of the last layer. The activation is applied after every layer, the last
included, and S is the mean of what comes out.

마지막 층의 기울기를 빠뜨렸습니다. 활성화 함수는 마지막 층에도 적용되고, S는 그 출력의 평균입니다.
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        if i == len(weights) - 1:
            delta = back * np.ones(outputs[-1].shape)
        else:
            delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
