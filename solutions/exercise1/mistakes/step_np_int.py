"""You wrote `np.int`, as the slide does. NumPy removed that name in version 1.24, so the line
raises AttributeError. Write `int` or `np.int64`.

슬라이드처럼 `np.int`를 썼습니다. 이 이름은 NumPy 1.24에서 사라져 AttributeError가 납니다.
`int`나 `np.int64`로 쓰세요.
"""

FAILS = "test_step_is_0_at_0"


def step(x):
    return np.array(x > 0, dtype=np.int)
