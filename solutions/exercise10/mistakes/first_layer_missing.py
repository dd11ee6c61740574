"""Your loop ends one layer early, and the norm of the first layer stays 0. Go back to index 0:
reversed(range(len(weights))).

반복문이 한 층 일찍 끝나서 첫째 층의 노름이 0으로 남습니다. 인덱스 0까지 가세요: reversed(range(len(weights))).
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    norms = np.zeros(len(weights))
    back = 1 / len(x)
    for i in range(len(weights) - 1, 0, -1):
        delta = back * slope(outputs[i + 1], activation)
        norms[i] = np.linalg.norm(outputs[i].T @ delta)
        back = delta @ weights[i].T
    return norms
