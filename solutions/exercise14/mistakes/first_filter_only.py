"""You use the kernel of the first filter for all of them. Output channel f is made with w[f].

모든 필터에 첫 번째 필터의 커널을 썼습니다. 출력의 채널 f는 w[f]로 계산합니다.
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
        out[:, f, i, j] = np.sum(window * w[0], axis=(1, 2, 3)) + b[f]
    return out
