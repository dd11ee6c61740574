"""You take the width of the image for its height. The axes are (N, C, H, W): rows first, then
columns.

이미지의 너비와 높이를 바꾸어 썼습니다. 축의 순서는 (N, C, H, W), 곧 행이 먼저이고 열이
나중입니다.
"""

FAILS = "test_convolution_of_one_channel"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, W, H = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
