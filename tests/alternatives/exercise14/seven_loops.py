"""Plain loops over lists: every formula of README.md, one number at a time."""

import numpy as np


def output_size(n, kernel, stride, pad):
    count = 0
    start = -pad
    while start + kernel <= n + pad:
        count += 1
        start += stride
    return count


def conv2d(x, w, b, stride=1, pad=0):
    images, channels, height, width = x.shape
    filters, _, kh, kw = w.shape
    oh = output_size(height, kh, stride, pad)
    ow = output_size(width, kw, stride, pad)
    out = []
    for n in range(images):
        maps = []
        for f in range(filters):
            rows = []
            for i in range(oh):
                row = []
                for j in range(ow):
                    total = float(b[f])
                    for c in range(channels):
                        for k in range(kh):
                            for m in range(kw):
                                r, s = i * stride + k - pad, j * stride + m - pad
                                if 0 <= r < height and 0 <= s < width:
                                    total += float(x[n][c][r][s]) * float(w[f][c][k][m])
                    row.append(total)
                rows.append(row)
            maps.append(rows)
        out.append(maps)
    return np.array(out)


def max_pool(x, size, stride):
    images, channels, height, width = x.shape
    oh, ow = output_size(height, size, stride, 0), output_size(width, size, stride, 0)
    out = np.empty((images, channels, oh, ow))
    for n in range(images):
        for c in range(channels):
            for i in range(oh):
                for j in range(ow):
                    best = float("-inf")
                    for k in range(size):
                        for m in range(size):
                            best = max(best, float(x[n, c, i * stride + k, j * stride + m]))
                    out[n, c, i, j] = best
    return out


def flatten(x):
    rows = []
    for image in x:
        row = []
        for channel in image:
            for line in channel:
                row.extend(float(v) for v in line)
        rows.append(row)
    return np.array(rows)


def conv2d_backward(dout, x, w, stride=1, pad=0):
    images, channels, height, width = x.shape
    filters, _, kh, kw = w.shape
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(filters)
    for n in range(images):
        for f in range(filters):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    g = float(dout[n, f, i, j])
                    db[f] += g
                    for c in range(channels):
                        for k in range(kh):
                            for m in range(kw):
                                r, s = i * stride + k - pad, j * stride + m - pad
                                if 0 <= r < height and 0 <= s < width:
                                    dw[f, c, k, m] += g * float(x[n, c, r, s])
                                    dx[n, c, r, s] += g * float(w[f, c, k, m])
    return [dx, dw, db]
