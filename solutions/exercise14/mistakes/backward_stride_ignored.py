"""On the way back your window moves by 1 each time. It must move as in conv2d, by the stride.

역전파에서 윈도우를 1칸씩만 옮겼습니다. conv2d에서처럼 스트라이드만큼 옮겨야 합니다.
"""

FAILS = "test_slopes_with_stride_and_padding"


def conv2d_backward(dout, x, w, stride=1, pad=0):
    H, W = x.shape[2:]
    KH, KW = w.shape[2:]
    x = frame(x, pad)
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for f, i, j in np.ndindex(dout.shape[1:]):
        top, left = i, j
        window = np.s_[:, :, top : top + KH, left : left + KW]
        slope = dout[:, f, i, j].reshape(-1, 1, 1, 1)
        dw[f] += np.sum(slope * x[window], axis=0)
        dx[window] += slope * w[f]
    db = dout.sum(axis=(0, 2, 3)).astype(float)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
