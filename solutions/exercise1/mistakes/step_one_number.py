"""You asked `if x > 0`, which works for one number only. For an array the comparison has one
answer for each entry, and Python cannot choose. Use `np.where(x > 0, 1, 0)` or
`(x > 0).astype(int)`.

`if x > 0`은 수 하나에만 통합니다. 배열을 비교하면 원소마다 답이 나오므로 파이썬이 하나를 고를
수 없습니다. `np.where(x > 0, 1, 0)`이나 `(x > 0).astype(int)`를 쓰세요.
"""

FAILS = "test_step_is_0_at_0"


def step(x):
    if x > 0:
        return np.array(1)
    return np.array(0)
