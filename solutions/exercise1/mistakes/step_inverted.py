"""Your step is 1 for negative numbers and 0 for positive ones. It is the other way round: 1
where x > 0.

음수에서 1, 양수에서 0이 나옵니다. 반대입니다. x > 0인 곳이 1입니다.
"""

FAILS = "test_step_is_0_at_0"


def step(x):
    return np.where(x < 0, 1, 0)
