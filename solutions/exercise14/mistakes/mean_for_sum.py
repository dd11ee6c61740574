"""You take the mean of window times kernel. A convolution adds up and divides by nothing.

윈도우와 커널을 곱한 것의 평균을 구했습니다. 합성곱은 더하기만 하고 나누지 않습니다.
"""

FAILS = "test_convolution_of_one_channel"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.mean(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
