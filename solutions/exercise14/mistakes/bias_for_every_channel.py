"""You add the bias once for each channel. A filter has one bias, and it is added once, after the
channels are added up.

편향을 채널마다 한 번씩 더했습니다. 편향은 필터마다 하나이고, 채널을 모두 더한 뒤 한 번만 더합니다.
"""

FAILS = "test_convolution_of_many_channels"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + len(w[f]) * b[f]
    return out
