"""You multiply y by t as if t were always one-hot. Integer labels with one axis less are the
other form: turn them into one-hot rows first, or pick y[n, t[n]].

t가 언제나 원-핫이라고 보고 y와 곱했습니다. 축이 하나 적은 정수 레이블도 들어옵니다. 먼저
원-핫으로 바꾸거나 y[n, t[n]]을 고르세요.
"""

FAILS = "test_labels_and_one_hot_rows_agree"


def cross_entropy(y, t):
    y = as_floats(y)
    return -np.sum(t * np.log(y + 1e-7)) / (y.size // y.shape[-1])
