"""You take 0.3 from the slide. The largest slope of the sigmoid is 0.25: ½ · (1 - ½).

슬라이드의 0.3을 썼습니다. 시그모이드의 가장 큰 기울기는 0.25, 곧 ½ · (1 - ½)입니다.
"""

FAILS = "test_bound_of_any_depth"


def bound(depth):
    return 0.3**depth
