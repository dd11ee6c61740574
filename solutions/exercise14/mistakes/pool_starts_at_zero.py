"""Your maximum starts at 0, so negative windows give 0. Start with the first number of the window,
or with -np.inf.

최댓값을 0에서 시작해서, 음수뿐인 윈도우의 결과가 0이 됩니다. 윈도우의 첫 값이나 -np.inf에서
시작하세요.
"""

FAILS = "test_pooling_of_negative_numbers"


def max_pool(x, size, stride):
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = np.maximum(
            0, x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
        )
    return out
