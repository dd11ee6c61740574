"""You used the half sum of deck 001 (task 1). The MSE of deck 002 divides the sum by m, the
number of entries, and has no ½.

001 강의의 오차제곱합(과제 1)을 썼습니다. 002 강의의 MSE는 합을 원소의 개수 m으로 나누며 ½이
없습니다.
"""

FAILS = "test_mean_errors_of_a_doubled_batch"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return 0.5 * np.sum(error**2)
