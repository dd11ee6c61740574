"""Sums in float32, as networks are trained, handed over as float64."""

import numpy as np


def output_size(n, kernel, stride, pad):
    return np.int32((n + 2 * pad - kernel) // stride + 1)


def conv2d(x, w, b, stride=1, pad=0):
    x, w, b = np.float32(x), np.float32(w), np.float32(b)
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = output_size(x.shape[2], w.shape[2], stride, 0)
    ow = output_size(x.shape[3], w.shape[3], stride, 0)
    out = np.zeros((len(x), len(w), oh, ow), np.float32)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            window = x[:, :, top : top + w.shape[2], left : left + w.shape[3]]
            out[:, :, i, j] = window.reshape(len(x), -1) @ w.reshape(len(w), -1).T + b
    return out.astype(np.float64)


def max_pool(x, size, stride):
    oh = output_size(x.shape[2], size, stride, 0)
    ow = output_size(x.shape[3], size, stride, 0)
    rows = [
        [
            x[:, :, i * stride : i * stride + size, j * stride : j * stride + size].max(axis=(2, 3))
            for j in range(ow)
        ]
        for i in range(oh)
    ]
    return np.array(rows, dtype=np.float32).transpose(2, 3, 0, 1).astype(float)


def flatten(x):
    return np.reshape(x, (len(x), -1)).copy()


def conv2d_backward(dout, x, w, stride=1, pad=0):
    dout, w = np.float32(dout), np.float32(w)
    big = np.pad(np.float32(x), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dbig, dw = np.zeros_like(big), np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            place = np.s_[
                :, :, i * stride : i * stride + w.shape[2], j * stride : j * stride + w.shape[3]
            ]
            dw += np.tensordot(dout[:, :, i, j], big[place], axes=(0, 0))
            dbig[place] += np.tensordot(dout[:, :, i, j], w, axes=1)
    dx = dbig[:, :, pad : big.shape[2] - pad, pad : big.shape[3] - pad]
    return dx.astype(float), dw.astype(float), dout.sum((0, 2, 3)).astype(float)
