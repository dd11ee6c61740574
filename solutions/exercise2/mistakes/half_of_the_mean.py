"""You took half the mean of the squares. Deck 001 takes half the sum: nothing is divided by the
number of entries here.

제곱의 평균을 절반으로 나눴습니다. 001 강의의 오차제곱합은 합의 절반이며, 원소의 개수로 나누지
않습니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return 0.5 * np.mean(error**2)
