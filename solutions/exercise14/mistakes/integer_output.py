"""Your output has the dtype of the images, so for pixels the fractions are lost and 256 becomes 0.
Make it of floats: np.zeros(shape).

출력의 dtype이 이미지와 같아서, 픽셀이 정수이면 소수 부분이 사라지고 256은 0이 됩니다.
np.zeros(shape)처럼 실수형 배열로 만드세요.
"""

FAILS = "test_convolution_of_pixels"


def conv2d(x, w, b, stride=1, pad=0):
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    out = np.zeros((N, F, OH, OW), dtype=x.dtype)
    x = frame(x, pad)
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = (np.sum(window * w[f], axis=(1, 2, 3)) + b[f]).astype(int)
    return out
