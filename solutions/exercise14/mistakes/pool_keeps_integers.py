"""Your result has the dtype of the images. Integers count as floats here, so return float64.

결과의 dtype이 이미지와 같습니다. 정수는 실수형으로 다루므로 float64를 반환하세요.
"""

FAILS = "test_pooling_of_integers"


def max_pool(x, size, stride):
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW), dtype=x.dtype)
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
    return out
