"""Your zeros and ones are right, but they are floats: 0.0 and 1.0. The step function answers
with integers; add `.astype(int)` or write `np.where(x > 0, 1, 0)`.

0과 1은 맞지만 0.0과 1.0, 곧 실수형입니다. 계단 함수의 결과는 정수입니다. `.astype(int)`를
붙이거나 `np.where(x > 0, 1, 0)`이라고 쓰세요.
"""

FAILS = "test_step_is_0_at_0"


def step(x):
    return np.where(x > 0, 1.0, 0.0)
