"""You collect the norms in a list that outlives the call: a default value `norms=[]` is made only
once. Make a new list inside the function.

호출이 끝나도 남아 있는 리스트에 노름을 모았습니다. 기본값 `norms=[]`은 한 번만 만들어집니다. 함수
안에서 새 리스트를 만드세요.
"""

FAILS = "test_norms_of_sigmoid_layers"


def gradient_norms(weights, x, activation, norms=[]):
    outputs = [x]
    for W in weights:
        outputs.append(activate(outputs[-1] @ W, activation))
    back = 1 / len(x)
    for i in reversed(range(len(weights))):
        delta = back * slope(outputs[i + 1], activation)
        norms.insert(0, np.linalg.norm(outputs[i].T @ delta))
        back = delta @ weights[i].T
    return np.array(norms)
