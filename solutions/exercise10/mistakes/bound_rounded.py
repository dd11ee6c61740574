"""You round the bound. It soon has more zeros than you keep digits: return it as it is.

상한을 반올림했습니다. 상한은 금세 남겨 둔 자릿수보다 작아집니다. 그대로 반환하세요.
"""

FAILS = "test_bound_of_any_depth"


def bound(depth):
    return round(0.25**depth, 6)
