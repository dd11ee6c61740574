"""You averaged the errors first and squared the mean, so positive and negative errors cancel.
Square each error, then take the mean.

오차의 평균을 먼저 구하고 제곱했습니다. 그러면 양의 오차와 음의 오차가 서로 지워집니다. 오차를
하나씩 제곱한 다음 평균을 내세요.
"""

FAILS = "test_mean_squared_error_is_a_loss"


def mean_squared_error(h, y):
    error = as_floats(h) - as_floats(y)
    return np.mean(error) ** 2
