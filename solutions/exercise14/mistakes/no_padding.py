"""You ignore `pad`. Put `pad` rows and columns of zeros around every image first.

`pad`를 쓰지 않았습니다. 먼저 이미지마다 둘레에 0을 `pad`줄씩 두르세요.
"""

FAILS = "test_convolution_pads_with_zeros"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, 0), output_size(W, KW, stride, 0)
    x = x.astype(float)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
