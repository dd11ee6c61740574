"""You divide by the number of images. dout has the mean of the loss in it already; dw and db are
sums.

이미지의 수로 나누었습니다. 손실의 평균은 이미 dout에 들어 있으므로 dw와 db는 합입니다.
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
        dw[f] += np.mean(slope * x[window], axis=0)
        dx[window] += slope * w[f]
    db = dout.sum(axis=(0, 2, 3)).astype(float) / len(dout)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
