"""Your sum runs over the images too, so all of them get the same number. Sum over channels, rows
and columns: axis=(1, 2, 3).

이미지까지 모두 더해서 모든 이미지의 결과가 같아졌습니다. 채널, 행, 열만 더하세요: axis=(1, 2,
3).
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
        out[:, f, i, j] = np.sum(window * w[f]) + b[f]
    return out
