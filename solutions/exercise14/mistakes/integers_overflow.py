"""You multiply pixels as they are. The product of two uint8 numbers is uint8 again, and 16 · 16 is
then 0: make floats of them first.

픽셀을 그대로 곱했습니다. uint8끼리 곱하면 결과도 uint8이어서 16 · 16이 0이 됩니다. 먼저
실수형으로 바꾸세요.
"""

FAILS = "test_convolution_of_pixels"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
