"""You took the forward difference (f(x+h) - f(x)) / h. Its error grows like h: x² at 3 gives
6.0001. The central difference (f(x+h) - f(x-h)) / 2h cancels that term.

전방 차분 (f(x+h) - f(x)) / h를 썼습니다. 오차가 h에 비례하여, 3에서 x²의 기울기가 6.0001로 나옵니다.
중심 차분 (f(x+h) - f(x-h)) / 2h에서는 그 오차 항이 사라집니다.
"""

FAILS = "test_slope_of_a_cube"


def numerical_diff(f, x, h=1e-4):
    return (f(x + h) - f(x)) / h
