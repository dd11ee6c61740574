"""You returned the sign of x, which is -1 for negative numbers. The step function knows only 0
and 1: it is 0 for every x that is not greater than 0.

x의 부호를 반환해서 음수에서 -1이 나옵니다. 계단 함수의 값은 0과 1뿐입니다. 0보다 크지 않은
x에서는 모두 0입니다.
"""

FAILS = "test_step_is_0_at_0"


def step(x):
    return np.sign(x).astype(int)
