"""You compared with `>=`, so your step is 1 at 0. In the lecture it is 1 only for x > 0, and 0
at 0 itself.

`>=`로 비교해서 0에서 1이 나옵니다. 강의의 계단 함수는 x > 0일 때만 1이고, 0에서는 0입니다.
"""

FAILS = "test_step_is_0_at_0"


def step(x):
    return np.where(x >= 0, 1, 0)
