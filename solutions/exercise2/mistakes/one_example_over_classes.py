"""You divided by y.shape[0] also for a single example of shape (C,), where that is the number
of classes. A single example is a batch of one: N = 1.

형상이 (C,)인 예제 하나일 때도 y.shape[0]으로 나눴습니다. 그 값은 클래스의 개수입니다. 예제
하나는 크기가 1인 배치이므로 N = 1입니다.
"""

FAILS = "test_cross_entropy_of_one_example"


def cross_entropy(y, t):
    y = as_floats(y)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    return -np.sum(t * np.log(y + 1e-7)) / y.shape[0]
