"""You wrote `axis=1`. One example of shape (C,) has no axis 1, so this raises AxisError.
`axis=-1`, the last axis, fits both (C,) and (N, C).

`axis=1`이라고 썼습니다. 형상이 (C,)인 예제 하나에는 축 1이 없어 AxisError가 납니다. 마지막 축
`axis=-1`은 (C,)와 (N, C)에 모두 맞습니다.
"""

FAILS = "test_softmax_of_one_example"


def softmax(x):
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)
