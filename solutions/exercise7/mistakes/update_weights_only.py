"""You update the weights but not the biases. b1 and b2 learn by the same rule.

가중치만 갱신하고 편향은 그대로 두었습니다. b1과 b2도 같은 식으로 갱신합니다.
"""

FAILS = "test_update_of_every_parameter"


def update(params, grads, lr):
    new = {key: value.copy() for key, value in params.items()}
    for key in ("W1", "W2"):
        new[key] = new[key] - lr * grads[key]
    return new
