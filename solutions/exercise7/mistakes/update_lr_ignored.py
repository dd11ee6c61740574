"""You leave the learning rate out, as the slide does: W - ∂E/∂W. Here the step is lr times the
gradient.

슬라이드의 W - ∂E/∂W처럼 학습률을 빠뜨렸습니다. 여기서는 기울기에 lr을 곱한 만큼 갱신합니다.
"""

FAILS = "test_update_of_every_parameter"


def update(params, grads, lr):
    return {key: params[key] - grads[key] for key in params}
