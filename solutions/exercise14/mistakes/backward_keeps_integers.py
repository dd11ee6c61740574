"""Your db has the dtype of dout. Integers count as floats here, so return float64.

db의 dtype이 dout과 같습니다. 정수는 실수형으로 다루므로 float64를 반환하세요.
"""

FAILS = "test_slopes_for_integers"


def conv2d_backward(dout, x, w, stride=1, pad=0):
    H, W = x.shape[2:]
    KH, KW = w.shape[2:]
    x = frame(x, pad)
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for f, i, j in np.ndindex(dout.shape[1:]):
        top, left = i * stride, j * stride
        window = np.s_[:, :, top : top + KH, left : left + KW]
        slope = dout[:, f, i, j].reshape(-1, 1, 1, 1)
        dw[f] += np.sum(slope * x[window], axis=0)
        dx[window] += slope * w[f]
    db = dout.sum(axis=(0, 2, 3))
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
