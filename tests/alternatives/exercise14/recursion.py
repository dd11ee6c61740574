"""Recursion for sizes, a generator of windows, and dw and dx measured: conv2d is linear in both."""

import numpy as np


def output_size(n, kernel, stride, pad):
    if pad:
        return output_size(n + 2, kernel, stride, pad - 1)
    return 0 if kernel > n else 1 + output_size(n - stride, kernel, stride, 0)


def windows(x, height, width, stride):
    for i in range(output_size(x.shape[2], height, stride, 0)):
        for j in range(output_size(x.shape[3], width, stride, 0)):
            yield i, j, x[:, :, i * stride :, j * stride :][:, :, :height, :width]


def conv2d(x, w, b, stride=1, pad=0):
    if pad:
        x = np.stack([[np.pad(channel, 1) for channel in image] for image in x])
        return conv2d(x, w, b, stride, pad - 1)
    x, w = x.astype(float), w.astype(float)
    out = np.empty(
        (
            x.shape[0],
            w.shape[0],
            output_size(x.shape[2], w.shape[2], stride, 0),
            output_size(x.shape[3], w.shape[3], stride, 0),
        )
    )
    for i, j, window in windows(x, w.shape[2], w.shape[3], stride):
        for n, f in np.ndindex(out.shape[:2]):
            out[n, f, i, j] = np.vdot(window[n], w[f])
    return out + b[:, None, None]


def max_pool(x, size, stride):
    sides = [output_size(side, size, stride, 0) for side in x.shape[2:]]
    out = np.empty((*x.shape[:2], *sides))
    for i, j, window in windows(x, size, size, stride):
        out[..., i, j] = np.sort(window.reshape(*window.shape[:2], -1), axis=2)[..., -1]
    return out


def flatten(x):
    n, c, h, w = x.shape
    out = np.empty((n, c * h * w))
    for i, k, p, q in np.ndindex(x.shape):
        out[i, (k * h + p) * w + q] = x[i, k, p, q]
    return out


def slopes(value, loss):
    """Return the slopes of a linear function, one unit step at a time."""
    result = np.empty(value.shape)
    zero = np.zeros(value.shape)
    for index in np.ndindex(value.shape):
        step = zero.copy()
        step[index] = 1
        result[index] = loss(step)
    return result


def conv2d_backward(dout, x, w, stride=1, pad=0):
    no_bias = np.zeros(len(w))

    def image_slopes(g, image):
        return slopes(image, lambda v: np.vdot(g, conv2d(v[None], w, no_bias, stride, pad)))

    def kernel_slopes(g, kernel):
        return slopes(kernel, lambda v: np.vdot(g, conv2d(x, v[None], no_bias[:1], stride, pad)))

    dx = np.stack([image_slopes(dout[n], x[n]) for n in range(len(x))])
    dw = np.stack([kernel_slopes(dout[:, f], w[f]) for f in range(len(w))])
    return dx, dw, np.array([np.sum(dout[:, f]) for f in range(len(w))], dtype=np.float64)
