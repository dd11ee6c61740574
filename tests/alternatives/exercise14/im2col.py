"""The book's way: windows as rows of a matrix (im2col), a matrix product, and layers as classes."""

import numpy as np


def output_size(n, kernel, stride, pad):
    return 1 + int((n + 2 * pad - kernel) / stride)


def im2col(x, kh, kw, stride, pad):
    n, c, h, w = x.shape
    oh, ow = output_size(h, kh, stride, pad), output_size(w, kw, stride, pad)
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], "constant")
    col = np.zeros((n, c, kh, kw, oh, ow))
    for y in range(kh):
        for z in range(kw):
            col[:, :, y, z, :, :] = img[
                :, :, y : y + stride * oh : stride, z : z + stride * ow : stride
            ]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)


def col2im(col, shape, kh, kw, stride, pad):
    n, c, h, w = shape
    oh, ow = output_size(h, kh, stride, pad), output_size(w, kw, stride, pad)
    col = col.reshape(n, oh, ow, c, kh, kw).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros((n, c, h + 2 * pad + stride - 1, w + 2 * pad + stride - 1))
    for y in range(kh):
        for z in range(kw):
            img[:, :, y : y + stride * oh : stride, z : z + stride * ow : stride] += col[:, :, y, z]
    return img[:, :, pad : h + pad, pad : w + pad]


class Convolution:
    def __init__(self, w, b, stride, pad):
        self.w, self.b, self.stride, self.pad = w, b, stride, pad

    def forward(self, x):
        f, _, kh, kw = self.w.shape
        oh = output_size(x.shape[2], kh, self.stride, self.pad)
        ow = output_size(x.shape[3], kw, self.stride, self.pad)
        col = im2col(x, kh, kw, self.stride, self.pad)
        out = col @ self.w.reshape(f, -1).T + self.b
        return out.reshape(len(x), oh, ow, f).transpose(0, 3, 1, 2)

    def backward(self, dout, x):
        f, c, kh, kw = self.w.shape
        col = im2col(x, kh, kw, self.stride, self.pad)
        dout = np.array(dout, dtype=float).transpose(0, 2, 3, 1).reshape(-1, f)
        self.db = np.sum(dout, axis=0)
        self.dw = (col.T @ dout).T.reshape(f, c, kh, kw)
        return col2im(dout @ self.w.reshape(f, -1), x.shape, kh, kw, self.stride, self.pad)


def conv2d(x, w, b, stride=1, pad=0):
    return Convolution(w, b, stride, pad).forward(x)


def max_pool(x, size, stride):
    n, c, h, w = x.shape
    oh, ow = output_size(h, size, stride, 0), output_size(w, size, stride, 0)
    col = im2col(x, size, size, stride, 0).reshape(-1, size * size)
    return np.max(col, axis=1).reshape(n, oh, ow, c).transpose(0, 3, 1, 2)


def flatten(x):
    return x.reshape(x.shape[0], np.prod(x.shape[1:]))


def conv2d_backward(dout, x, w, stride=1, pad=0):
    layer = Convolution(w, None, stride, pad)
    dx = layer.backward(dout, x)
    return dx, layer.dw, layer.db
