"""Your h is too large. The error of the central difference grows like h²: x³ is off by 0.01 for
h = 0.1. Leave the default at 1e-4.

h가 너무 큽니다. 중심 차분의 오차는 h²에 비례하여, h = 0.1이면 x³에서 0.01만큼 벗어납니다. 기본값
1e-4를 그대로 두세요.
"""

FAILS = "test_default_step"


def numerical_diff(f, x, h=0.1):
    return (f(x + h) - f(x - h)) / (2 * h)
