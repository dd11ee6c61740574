"""You computed the entropy of the prediction, -Σ y log y, which does not look at the right
class at all. The factor before the logarithm is t.

예측 자체의 엔트로피 -Σ y log y를 계산했습니다. 여기에는 정답이 들어 있지 않습니다. 로그 앞에
곱하는 것은 t입니다.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    examples = y.size // y.shape[-1]
    return -np.sum(y * np.log(y + 1e-7)) / examples
