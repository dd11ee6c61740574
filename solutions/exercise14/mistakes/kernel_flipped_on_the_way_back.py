"""You turn the kernel round on the way back. Turning is needed only where dx is computed as a
convolution of dout; here the share of a pixel is g times the weight that lay on it.

역전파에서 커널을 뒤집었습니다. 뒤집는 것은 dx를 dout의 합성곱으로 구할 때뿐입니다. 여기서
픽셀의 몫은 그 픽셀에 겹쳤던 가중치에 g를 곱한 것입니다.
"""

FAILS = "test_slopes_of_the_images"


def conv2d_backward(dout, x, w, stride=1, pad=0):
    H, W = x.shape[2:]
    KH, KW = w.shape[2:]
    x = frame(x, pad)
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for f, i, j in np.ndindex(dout.shape[1:]):
        top, left = i * stride, j * stride
        window = np.s_[:, :, top : top + KH, left : left + KW]
        slope = dout[:, f, i, j].reshape(-1, 1, 1, 1)
        dw[f] += np.sum(slope * x[window], axis=0)
        dx[window] += slope * w[f, :, ::-1, ::-1]
    db = dout.sum(axis=(0, 2, 3)).astype(float)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
