"""You averaged along axis 0 only, so you return one number for each column. The mean runs over
all entries and gives a single number.

0번 축으로만 평균을 내서 열마다 수가 하나씩 나옵니다. 모든 원소의 평균을 내어 수 하나를
반환하세요.
"""

FAILS = "test_mean_absolute_error_is_a_loss"


def mean_absolute_error(h, y):
    return np.mean(np.abs(as_floats(h) - as_floats(y)), axis=0)
