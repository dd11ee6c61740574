"""You take the mean of each window. Max pooling keeps the largest number.

윈도우의 평균을 구했습니다. 최대 풀링은 가장 큰 수를 남깁니다.
"""

FAILS = "test_pooling_of_windows_side_by_side"


def max_pool(x, size, stride):
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].mean(axis=(2, 3))
    return out
