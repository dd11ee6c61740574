"""Loops over the entries of the kernel: a sum, or a maximum, of shifted and thinned images."""

import math

import numpy as np


def output_size(n, kernel, stride, pad):
    return len(range(0, n + pad + pad - kernel + 1, stride))


def shifted(x, k, m, oh, ow, stride):
    return x[:, :, k:, m:][:, :, ::stride, ::stride][:, :, :oh, :ow]


def framed(x, pad):
    big = np.zeros((x.shape[0], x.shape[1], x.shape[2] + 2 * pad, x.shape[3] + 2 * pad))
    big[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]] = x
    return big


def conv2d(x, w, b, stride=1, pad=0):
    kh, kw = w.shape[-2:]
    oh = output_size(x.shape[-2], kh, stride, pad)
    ow = output_size(x.shape[-1], kw, stride, pad)
    out = np.zeros((len(x), len(w), oh, ow)) + np.reshape(b, (-1, 1, 1))
    big = framed(x, pad)
    for k in range(kh):
        for m in range(kw):
            piece = shifted(big, k, m, oh, ow, stride)
            out += np.einsum("ncij,fc->nfij", piece, w[:, :, k, m], optimize=True)
    return out


def max_pool(x, size, stride):
    oh, ow = (output_size(side, size, stride, 0) for side in x.shape[2:])
    best = np.full((*x.shape[:2], oh, ow), -math.inf)
    for k in range(size):
        for m in range(size):
            np.maximum(best, shifted(x, k, m, oh, ow, stride), out=best)
    return best


def flatten(x):
    return np.array([image.ravel() for image in x], dtype=np.float64)


def conv2d_backward(dout, x, w, stride=1, pad=0):
    oh, ow = dout.shape[2:]
    big = framed(x, pad)
    dbig, dw = np.zeros_like(big), np.zeros(w.shape)
    for k in range(w.shape[2]):
        for m in range(w.shape[3]):
            piece = shifted(big, k, m, oh, ow, stride)
            dw[:, :, k, m] = np.einsum("nfij,ncij->fc", dout * 1.0, piece)
            shifted(dbig, k, m, oh, ow, stride)[...] += np.einsum(
                "nfij,fc->ncij", dout, w[:, :, k, m]
            )
    if pad:
        dbig = dbig[:, :, pad:-pad, pad:-pad]
    return dbig, dw, np.sum(dout, axis=(0, 2, 3), dtype=float)
