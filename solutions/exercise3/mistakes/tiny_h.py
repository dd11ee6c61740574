"""Your h is too small. A float has about 16 digits, so x + 1e-50 is x, and the difference is 0.
Leave the default at 1e-4.

h가 너무 작습니다. 실수형에는 약 16자리까지만 저장되므로 x + 1e-50은 x와 같고, 차이는 0이
됩니다. 기본값 1e-4를 그대로 두세요.
"""

FAILS = "test_default_step"


def numerical_diff(f, x, h=1e-50):
    return (f(x + h) - f(x - h)) / (2 * h)
