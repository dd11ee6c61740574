"""You look at the first channel only. A filter has a kernel for every channel, and all of them are
added up.

첫 번째 채널만 보았습니다. 필터에는 채널마다 커널이 있고, 모든 채널을 더해야 합니다.
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
        out[:, f, i, j] = np.sum(window[:, 0] * w[f, 0], axis=(1, 2)) + b[f]
    return out
