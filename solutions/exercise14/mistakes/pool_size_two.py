"""Your window is 2x2, whatever `size` is.

`size`와 상관없이 윈도우가 2x2입니다.
"""

FAILS = "test_pooling_of_windows_side_by_side"


def max_pool(x, size, stride):
    size = 2
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
    return out
