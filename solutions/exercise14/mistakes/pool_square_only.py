"""You compute one side of the output and use it for both. Images may be oblong: OH comes from H, OW
from W.

출력의 한 변만 계산해서 두 변에 썼습니다. 이미지의 높이와 너비는 다를 수 있습니다. OH는 H로, OW는
W로 구하세요.
"""

FAILS = "test_pooling_of_windows_side_by_side"


def max_pool(x, size, stride):
    N, C, H, W = x.shape
    OH = OW = output_size(H, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
    return out
