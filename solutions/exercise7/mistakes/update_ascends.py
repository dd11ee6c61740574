"""You add the gradient, which points uphill: the loss grows with every step. Subtract it.

기울기를 더했습니다. 기울기는 오르막을 가리키므로 갱신할 때마다 손실이 커집니다. 빼야 합니다.
"""

FAILS = "test_update_of_every_parameter"


def update(params, grads, lr):
    return {key: params[key] + lr * grads[key] for key in params}
