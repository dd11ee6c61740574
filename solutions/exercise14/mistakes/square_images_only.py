"""You compute one side of the output and use it for both. Height and width may differ, of images
and of kernels: OH comes from H and KH, OW from W and KW.

출력의 한 변만 계산해서 두 변에 썼습니다. 이미지도 커널도 높이와 너비가 다를 수 있습니다. OH는 H와
KH로, OW는 W와 KW로 구하세요.
"""

FAILS = "test_convolution_of_one_channel"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH = OW = output_size(H, KH, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
