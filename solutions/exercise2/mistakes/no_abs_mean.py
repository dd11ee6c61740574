"""You averaged the errors with their signs, so errors above and below cancel. Take the absolute
value of each error first. The lecture's example does not show it, for both of its errors are
positive.

부호가 있는 오차를 그대로 평균해서 양의 오차와 음의 오차가 서로 지워집니다. 오차마다 절댓값을
먼저 취하세요. 강의의 예는 두 오차가 모두 양수라서 드러나지 않습니다.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.mean(as_floats(h) - as_floats(y))
