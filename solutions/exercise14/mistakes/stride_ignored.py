"""Your output has the right size, but the window moves by 1 each time. Output (i, j) belongs to the
window at (i * stride, j * stride).

출력의 크기는 맞지만 윈도우를 1칸씩만 옮겼습니다. 출력 (i, j)는 (i * stride, j *
stride)에서 시작하는 윈도우의 결과입니다.
"""

FAILS = "test_convolution_moves_by_the_stride"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i, j
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
