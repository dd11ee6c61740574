"""Your db is summed over the images only. A filter has one bias for all windows: sum over images,
rows and columns, axis=(0, 2, 3).

db를 이미지에 대해서만 더했습니다. 편향은 모든 윈도우에 하나이므로 이미지, 행, 열에 대해 더하세요:
axis=(0, 2, 3).
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
    db = dout.sum(axis=0).astype(float)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
