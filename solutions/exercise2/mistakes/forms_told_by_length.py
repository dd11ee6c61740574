"""You told the two forms of t apart by the length of its last axis. In a batch with as many
examples as classes, labels then pass for one-hot rows. Compare the number of axes, t.ndim with
y.ndim.

t의 두 형태를 마지막 축의 길이로 구별했습니다. 그러면 예제의 수와 클래스의 수가 같은 배치에서
레이블을 원-핫으로 잘못 봅니다. 축의 개수인 t.ndim과 y.ndim을 비교하세요.
"""

FAILS = "test_labels_and_one_hot_rows_agree"


def cross_entropy(y, t):
    y, t = as_floats(y), np.asarray(t)
    if t.ndim == 0 or t.shape[-1] != y.shape[-1]:
        t = np.eye(y.shape[-1])[t]
    return -np.sum(t * np.log(y + 1e-7)) / (y.size // y.shape[-1])
