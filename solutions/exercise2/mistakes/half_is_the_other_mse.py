"""You computed the mean of the squares, which is the MSE of deck 002 and belongs to task 2.
Deck 001 takes half the sum.

제곱의 평균을 구했습니다. 그것은 002 강의의 MSE이고 과제 2에 해당합니다. 001 강의의 식은 합의
절반입니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return np.mean(error**2)
