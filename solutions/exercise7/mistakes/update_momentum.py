"""Your step depends on earlier calls, as with momentum. Here every step is lr times the gradient it
is given, nothing else.

모멘텀처럼 이전 호출이 갱신에 영향을 줍니다. 여기서는 매번 주어진 기울기에 lr을 곱한 만큼만
갱신합니다.
"""

FAILS = "test_twenty_steps_of_training"


velocity = {}


def update(params, grads, lr):
    new = {}
    for key in params:
        before = velocity.get(key, np.zeros(1))
        if before.shape != grads[key].shape:
            before = np.zeros(grads[key].shape)
        velocity[key] = 0.9 * before + lr * grads[key]
        new[key] = params[key] - velocity[key]
    return new
