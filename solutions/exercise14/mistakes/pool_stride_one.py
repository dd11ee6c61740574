"""Your output has the right size, but the window moves by 1 each time. Output (i, j) belongs to the
window at (i * stride, j * stride).

출력의 크기는 맞지만 윈도우를 1칸씩만 옮겼습니다. 출력 (i, j)는 (i * stride, j *
stride)에서 시작하는 윈도우의 결과입니다.
"""

FAILS = "test_pooling_of_windows_side_by_side"


def max_pool(x, size, stride):
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i, j
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
    return out
