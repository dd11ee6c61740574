"""Your shares are swapped: l1_ratio = 0.3 works like 0.7. l1_ratio is the share of the absolute
values, 1 - l1_ratio that of the squares.

두 비율이 뒤바뀌어 l1_ratio = 0.3이 0.7처럼 작동합니다. l1_ratio는 절댓값의 비율, 1 - l1_ratio는
제곱의 비율입니다.
"""

FAILS = "test_elastic_net"


_right = fit_elastic_net


def fit_lasso(X, y, alpha, iterations):
    return _right(X, y, alpha, 1.0, iterations)


def fit_elastic_net(X, y, alpha, l1_ratio, iterations):
    return _right(X, y, alpha, 1 - l1_ratio, iterations)
