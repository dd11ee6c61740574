"""You go half a step to each side. The exercise goes a whole step h to each side, to x + h and
x - h, and divides by 2 * h.

양쪽으로 h의 절반씩만 갔습니다. 이 연습에서는 양쪽으로 h만큼, 즉 x + h와 x - h까지 가고 2 * h로
나눕니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h / 2) - f(x - h / 2)) / h
