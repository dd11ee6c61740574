"""Exercise 14, solved: convolution and pooling."""

import numpy as np


def output_size(n, kernel, stride, pad):
    """Return how many windows fit along one axis."""
    return (n + 2 * pad - kernel) // stride + 1


def frame(x, pad):
    """Return the images as floats, with zeros on all four sides."""
    return np.pad(x.astype(float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))


def conv2d(x, w, b, stride=1, pad=0):
    """Lay every kernel on every window, multiply, add up, and add the bias."""
    N, _C, H, W = x.shape
    F, _C, KH, KW = w.shape
    OH, OW = output_size(H, KH, stride, pad), output_size(W, KW, stride, pad)
    x = frame(x, pad)
    out = np.zeros((N, F, OH, OW))
    for f, i, j in np.ndindex(F, OH, OW):
        top, left = i * stride, j * stride
        window = x[:, :, top : top + KH, left : left + KW]
        out[:, f, i, j] = np.sum(window * w[f], axis=(1, 2, 3)) + b[f]
    return out


def max_pool(x, size, stride):
    """Keep the largest number of every window."""
    N, C, H, W = x.shape
    OH, OW = output_size(H, size, stride, 0), output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for i, j in np.ndindex(OH, OW):
        top, left = i * stride, j * stride
        out[:, :, i, j] = x[:, :, top : top + size, left : left + size].max(axis=(2, 3))
    return out


def flatten(x):
    """Write every image as one row."""
    return x.reshape(len(x), -1)


def conv2d_backward(dout, x, w, stride=1, pad=0):
    """Give every slope of the output back to the kernel, the window and the bias it came from."""
    H, W = x.shape[2:]
    KH, KW = w.shape[2:]
    x = frame(x, pad)
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for f, i, j in np.ndindex(dout.shape[1:]):
        top, left = i * stride, j * stride
        window = np.s_[:, :, top : top + KH, left : left + KW]
        slope = dout[:, f, i, j].reshape(-1, 1, 1, 1)
        dw[f] += np.sum(slope * x[window], axis=0)
        dx[window] += slope * w[f]
    db = dout.sum(axis=(0, 2, 3)).astype(float)
    return dx[:, :, pad : pad + H, pad : pad + W], dw, db
