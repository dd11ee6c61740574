"""You assign to dw where you must add, so only the last window is left. A kernel is used in every
window: +=.

dw에 더하지 않고 대입해서 마지막 윈도우의 몫만 남았습니다. 커널은 모든 윈도우에서 쓰입니다: +=.
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
        dw[f] = np.sum(slope * x[window], axis=0)
        dx[window] += slope * w[f]
    db = dout.sum(axis=(0, 2, 3)).astype(float)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
