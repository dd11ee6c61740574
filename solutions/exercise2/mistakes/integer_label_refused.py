"""You treat t as an array, but for a single example it may be one plain integer, which has no
ndim, size or reshape. np.asarray(t) turns it into an array of no axes.

t를 배열로만 다루었습니다. 예제가 하나일 때 t는 정수 하나일 수 있고, 정수에는 ndim, size,
reshape가 없습니다. np.asarray(t)를 쓰면 축이 없는 배열이 됩니다.
"""

FAILS = "test_cross_entropy_of_one_example"


def cross_entropy(y, t):
    y = as_floats(y)
    if y.ndim == 1:
        t = t.reshape(1, t.size)
        y = y.reshape(1, y.size)
    if t.size == y.size:
        t = t.argmax(axis=1)
    return -np.sum(np.log(y[np.arange(len(y)), t.reshape(-1)] + 1e-7)) / len(y)
