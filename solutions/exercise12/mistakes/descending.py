"""Your columns begin with the highest power, as the slide writes its polynomial and np.vander its
matrix. Here they ascend: 1, x, x², …

슬라이드의 다항식이나 np.vander처럼 가장 높은 차수가 먼저 나옵니다. 여기서는 1, x, x², …처럼
차수가 커지는 순서입니다.
"""

FAILS = "test_powers"


def polynomial_features(x, degree):
    return np.vander(x.astype(float), degree + 1)
