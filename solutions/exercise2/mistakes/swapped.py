"""You exchanged the two arguments: y · log(t + 1e-7). The logarithm is taken of the prediction
y; the truth t only picks the right class.

두 인수를 바꾸어 y · log(t + 1e-7)을 계산했습니다. 로그는 예측 y에 취하고, 정답 t는 정답
클래스를 고르는 역할만 합니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(y * np.log(t + 1e-7)) / examples
