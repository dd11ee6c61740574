"""You take the size of the padded image and add the padding once more. Use `pad` for an unpadded
height, or 0 for a padded one.

이미 패딩한 이미지의 크기에 패딩을 한 번 더 더했습니다. 패딩하지 않은 높이에는 `pad`를, 패딩한
높이에는 0을 쓰세요.
"""

FAILS = "test_convolution_pads_with_zeros"


def conv2d(x, w, b, stride=1, pad=0):
    x = frame(x, pad)
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
