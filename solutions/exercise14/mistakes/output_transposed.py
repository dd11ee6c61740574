"""Rows and columns of your output are exchanged. Row i, column j belongs to the window that starts
i strides down and j strides to the right.

출력의 행과 열이 뒤바뀌었습니다. i행 j열은 아래로 i번, 오른쪽으로 j번 옮긴 윈도우의 결과입니다.
"""

FAILS = "test_convolution_of_one_channel"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OW, OH))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, j, i] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out
