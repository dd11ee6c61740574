"""You summed the squares without dividing. A mean divides by m, the number of entries; without
it the loss grows with the batch.

제곱을 더하기만 하고 나누지 않았습니다. 평균이므로 원소의 개수 m으로 나누어야 합니다. 나누지
않으면 배치가 커질수록 손실도 커집니다.
"""

FAILS = "test_mean_errors_of_a_doubled_batch"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return np.sum(error**2)
