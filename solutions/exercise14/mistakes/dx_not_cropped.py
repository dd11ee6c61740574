"""Your dx still has the frame of zeros around it. The slope of the padding is not asked: cut it
off, so that dx has the shape of x.

dx에 패딩의 테두리가 남아 있습니다. 패딩의 기울기는 필요 없으므로 잘라 내어 x와 같은 형상으로
만드세요.
"""

FAILS = "test_slopes_with_stride_and_padding"


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
    return dx, dw, db
