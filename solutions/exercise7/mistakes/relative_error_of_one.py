"""You divide by the norm of one gradient only. The denominator is the sum of both, ‖a‖ + ‖n‖.

한쪽 기울기의 노름으로만 나누었습니다. 분모는 두 노름의 합 ‖a‖ + ‖n‖입니다.
"""

FAILS = "test_relative_error_of_random_arrays"


def relative_error(a, n):
    size = np.linalg.norm(n)
    if size == 0:
        return 0.0
    return np.linalg.norm(a - n) / size
