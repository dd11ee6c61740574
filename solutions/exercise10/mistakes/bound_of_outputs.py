"""You multiply 0.5, the output of the sigmoid at 0. What multiplies along the way back are its
slopes, and the largest slope is 0.25.

0에서 시그모이드의 출력인 0.5를 곱했습니다. 거꾸로 돌아가면서 곱하는 것은 기울기이고, 가장 큰 기울기는 0.25입니다.
"""

FAILS = "test_bound_of_any_depth"


def bound(depth):
    return 0.5**depth
