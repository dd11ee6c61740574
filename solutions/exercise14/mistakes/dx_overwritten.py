"""You assign to dx where you must add. A pixel lies in many windows and collects a share from each:
+=.

dx에 더하지 않고 대입했습니다. 픽셀은 여러 윈도우에 들어 있으므로 윈도우마다 제 몫을 더해야 합니다:
+=.
"""

FAILS = "test_slopes_of_the_images"


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
        dx[window] = slope * w[f]
    db = dout.sum(axis=(0, 2, 3)).astype(float)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
