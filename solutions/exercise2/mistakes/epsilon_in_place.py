"""You added the 1e-7 to the caller's array (y += 1e-7). Their probabilities are changed after
the call, and a bit more after each further one. Write np.log(y + 1e-7), which makes a new
array.

호출한 쪽의 배열에 1e-7을 더했습니다(y += 1e-7). 호출할 때마다 확률이 조금씩 바뀝니다. 새
배열을 만드는 np.log(y + 1e-7)로 쓰세요.
"""

FAILS = "test_cross_entropy_is_a_loss"


def cross_entropy(y, t):
    if y.dtype.kind in "iu":
        y = y.astype(float)
    t = np.asarray(t)
    if t.ndim < y.ndim:
        t = np.eye(y.shape[-1])[t]
    y += 1e-7
    return -np.sum(t * np.log(y)) / (y.size // y.shape[-1])
