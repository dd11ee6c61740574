"""You cut off negative numbers. The ReLU is a layer of its own; a convolution may be negative.

음수를 0으로 잘라 냈습니다. ReLU는 별개의 계층이고, 합성곱의 결과는 음수일 수 있습니다.
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
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return np.maximum(out, 0)
