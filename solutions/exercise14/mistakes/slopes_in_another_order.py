"""You return dw before dx. The order is dx, dw, db.

dw를 dx보다 먼저 반환했습니다. 순서는 dx, dw, db입니다.
"""

FAILS = "test_slopes_of_kernels_and_biases"


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
    db = dout.sum(axis=(0, 2, 3)).astype(float)
    return dw, dx[:, :, pad : pad + H, pad : pad + W], db
