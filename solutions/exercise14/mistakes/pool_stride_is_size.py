"""Your window moves by its own size. It moves by `stride`, which may be smaller or larger.

윈도우를 윈도우의 크기만큼 옮겼습니다. `stride`만큼 옮겨야 하고, 스트라이드는 크기보다 작거나 클 수
있습니다.
"""

FAILS = "test_pooling_of_overlapping_and_distant_windows"


def max_pool(x, size, stride):
    stride = size
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
    return out
