"""You took the probability of the class the network finds most likely (arg max of y). The loss
asks for the probability of the right class, which t names.

신경망이 가장 그럴듯하다고 본 클래스(y의 argmax)의 확률을 썼습니다. 손실에 필요한 것은 t가
가리키는 정답 클래스의 확률입니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(np.log(y.max(axis=-1) + 1e-7)) / examples
