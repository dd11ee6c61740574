"""Your window moves by the stride downwards, but by 1 to the right. It is the same stride both
ways.

윈도우를 아래로는 스트라이드만큼, 오른쪽으로는 1칸씩 옮겼습니다. 두 방향 모두 스트라이드만큼 움직여야
합니다.
"""

FAILS = "test_convolution_moves_by_the_stride"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
