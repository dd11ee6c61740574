"""Your frame repeats the pixels at the edge. The frame is made of zeros, which is what np.pad does
when you give no mode.

테두리를 가장자리의 픽셀로 채웠습니다. 테두리는 0입니다. np.pad에 mode를 주지 않으면 0으로
채웁니다.
"""

FAILS = "test_convolution_pads_with_zeros"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
