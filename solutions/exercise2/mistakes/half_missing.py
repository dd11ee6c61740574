"""You left out the factor ½, so your result is twice the right one. Deck 001 takes half the
sum: the ½ cancels the 2 that the derivative of the square brings down.

½을 빠뜨려서 결과가 두 배입니다. 001 강의의 오차제곱합은 합의 절반입니다. 제곱을 미분할 때
나오는 2를 이 ½이 없애 줍니다.
"""

FAILS = "test_half_squared_error_is_a_loss"


def half_squared_error(y, t):
    error = as_floats(y) - as_floats(t)
    return np.sum(error**2)
