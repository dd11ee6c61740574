"""You turn the kernel by 180° before you lay it on the image. That is the mathematician's
convolution; in networks the kernel stays as it is.

커널을 180° 돌려서 이미지에 겹쳤습니다. 그것은 수학에서 말하는 합성곱이고, 신경망에서는 커널을 있는
그대로 씁니다.
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
        out[:, f, i, j] = np.sum(window * w[f, :, ::-1, ::-1], axis=(1, 2, 3)) + b[f]
    return out
