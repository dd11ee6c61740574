"""SciPy's filters do the sums and the maxima; dx is a correlation with the turned kernel."""

import math

import numpy as np
from scipy.ndimage import correlate, maximum_filter


def output_size(n, kernel, stride, pad):
    return math.floor((n + 2 * pad - kernel) / stride + 1)


def valid(image, kernel):
    """Correlate where the kernel fits; its top left entry lies on the pixel."""
    kh, kw = kernel.shape
    everywhere = correlate(image, kernel, mode="constant", origin=(-(kh // 2), -(kw // 2)))
    return everywhere[: image.shape[0] - kh + 1, : image.shape[1] - kw + 1]


def frame(image, *pads):
    return np.pad(image.astype("float64"), [(p, p) for p in pads])


def conv2d(x, w, b, stride=1, pad=0):
    return np.array(
        [
            [
                sum(valid(frame(a, pad, pad), k) for a, k in zip(image, kernels, strict=True))[
                    ::stride, ::stride
                ]
                + bias
                for kernels, bias in zip(w, b, strict=True)
            ]
            for image in x
        ]
    )


def max_pool(x, size, stride):
    oh, ow = output_size(x.shape[2], size, stride, 0), output_size(x.shape[3], size, stride, 0)
    middle = -(size // 2)
    largest = maximum_filter(x.astype(float), (1, 1, size, size), origin=(0, 0, middle, middle))
    return largest[:, :, ::stride, ::stride][:, :, :oh, :ow]


def flatten(x):
    return np.vstack([image.flatten() for image in x])


def conv2d_backward(dout, x, w, stride=1, pad=0):
    kh, kw = w.shape[2:]
    dx, dw = np.zeros(x.shape), np.zeros(w.shape)
    for n, f, c in np.ndindex(len(x), len(w), x.shape[1]):
        # As if the stride had been 1: the slopes between the windows are 0.
        spread = np.zeros((x.shape[2] + 2 * pad - kh + 1, x.shape[3] + 2 * pad - kw + 1))
        spread[::stride, ::stride] = dout[n, f]
        dw[f, c] += valid(frame(x[n, c], pad, pad), spread)
        padded = valid(frame(spread, kh - 1, kw - 1), w[f, c, ::-1, ::-1])
        dx[n, c] += padded[pad : pad + x.shape[2], pad : pad + x.shape[3]]
    return dx, dw, np.array([float(dout[:, f].sum()) for f in range(len(w))])
