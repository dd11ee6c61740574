"""For two gradients of zeros you divide 0 by 0, which is NaN. They are equal: return 0.0.

둘 다 0일 때 0을 0으로 나누어 NaN이 됩니다. 두 기울기가 같으므로 0.0을 반환하세요.
"""

FAILS = "test_relative_error_and_zero"


def relative_error(a, n):
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n))
