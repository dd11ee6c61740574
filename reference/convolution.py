"""Convolution and pooling, the layers of a network that looks at images (deck 002).

A fully connected layer has a weight for every pixel and does not know which pixels are
neighbours. A convolution slides one small kernel over the image, and what it learns in one corner
it knows everywhere. Pooling keeps the largest number of each neighbourhood and throws away where
exactly it was. `flatten` hands what is left to a fully connected layer.

All of them look through **windows**. Along an axis of length n, padded by P zeros at both ends,
a window of length K that moves by S fits::

    (n + 2P - K) // S + 1        times

and window p covers the padded places p·S, p·S + 1, …, p·S + K - 1. Where the division leaves a
remainder, no window reaches the last rows or columns.

Names: ``x`` images (N, C, H, W), ``w`` kernels (F, C, KH, KW), ``b`` biases (F,); N images,
C channels, F filters; the output has the sides OH and OW. This is the order of PyTorch and of
the book behind deck 001; Keras has the channels last, (N, H, W, C).

What networks call convolution is, to mathematicians, **cross-correlation**: the kernel is laid on
the image as it is, not turned by 180°. A network learns its kernels, so it does not mind.

No function here changes its arguments. Everything is computed in float64, also from integers.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from reference.arrays import Floats, floats

__all__ = ["conv2d", "conv2d_backward", "flatten", "max_pool", "output_size"]


def output_size(n: int, kernel: int, stride: int, pad: int) -> int:
    """Count the places where a window fits along one axis.

    Formula::

        (n + 2 · pad - kernel) // stride + 1

    Parameters
    ----------
    n : int
        The length of the axis.
    kernel : int
        The length of the window, at most ``n + 2 * pad``.
    stride : int
        How far the window moves, 1 or more.
    pad : int
        How many zeros there are at each of the two ends.

    Returns
    -------
    int
        The length of that axis in the output, 1 or more.

    References
    ----------
    V. Dumoulin and F. Visin, "A guide to convolution arithmetic for deep learning" (2016),
    relationship 6.

    Examples
    --------
    >>> output_size(4, kernel=3, stride=1, pad=0)
    2
    >>> output_size(28, kernel=5, stride=1, pad=2)
    28
    """
    return (n + 2 * pad - kernel) // stride + 1


def conv2d(x: ArrayLike, w: ArrayLike, b: ArrayLike, stride: int = 1, pad: int = 0) -> Floats:
    """Lay every kernel on every window of every image, multiply and add up.

    Formula, with x̂ the images in a frame of `pad` zeros::

        y[n, f, p, q] = b[f] + Σ_c Σ_i Σ_j  w[f, c, i, j] · x̂[n, c, p·stride + i, q·stride + j]

    Parameters
    ----------
    x : array_like of float, shape (N, C, H, W)
        The images.
    w : array_like of float, shape (F, C, KH, KW)
        The kernels: every filter has one for each channel.
    b : array_like of float, shape (F,)
        The biases, one for each filter.
    stride : int, default 1
        How far the window moves, down and to the right.
    pad : int, default 0
        The width of the frame of zeros, on all four sides.

    Returns
    -------
    ndarray of float64, shape (N, F, OH, OW)
        One image for each filter; its sides are those of `output_size`.

    References
    ----------
    Deck 002; I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, equations 9.6 and 9.8.

    Examples
    --------
    >>> x = np.array([[1, 2, 0, -1], [0, 3, 1, 2], [2, -1, 4, 0], [1, 0, -2, 3]])
    >>> w = np.array([[1, 0, -1], [2, 1, 0], [0, -2, 1]])
    >>> conv2d(x.reshape(1, 1, 4, 4), w.reshape(1, 1, 3, 3), [0.0])[0, 0]
    array([[10.,  2.],
           [ 0., 10.]])
    """
    w, b = floats(w), floats(b)
    windows = _windows(_framed(x, pad), w.shape[2], w.shape[3], stride)
    sums: Floats = np.einsum("ncpqij,fcij->nfpq", windows, w)
    sums += b[:, np.newaxis, np.newaxis]
    return sums


def conv2d_backward(
    dout: ArrayLike, x: ArrayLike, w: ArrayLike, stride: int = 1, pad: int = 0
) -> tuple[Floats, Floats, Floats]:
    """Carry the slope of a loss back through `conv2d`.

    Formula, with y the output, x̂ the padded images and ``dout = ∂E/∂y``::

        ∂E/∂b[f]           =  Σ_n Σ_p Σ_q  dout[n, f, p, q]
        ∂E/∂w[f, c, i, j]  =  Σ_n Σ_p Σ_q  dout[n, f, p, q] · x̂[n, c, r, s]
        ∂E/∂x̂[n, c, r, s] +=  Σ_f          dout[n, f, p, q] · w[f, c, i, j]

    where r = p·stride + i and s = q·stride + j is the place at which entry (i, j) of the kernel
    lies in window (p, q). The last line says *add*: a pixel lies in many windows and gets a share
    from each. ∂E/∂x is ∂E/∂x̂ without the frame.

    Parameters
    ----------
    dout : array_like of float, shape (N, F, OH, OW)
        The slope of the loss along the output.
    x, w, stride, pad
        What `conv2d` was called with. The bias is not needed, for its slope does not depend on it.

    Returns
    -------
    dx : ndarray of float64, shape (N, C, H, W)
        0 where no window reaches.
    dw : ndarray of float64, shape (F, C, KH, KW)
    db : ndarray of float64, shape (F,)

    References
    ----------
    Goodfellow, Bengio and Courville, *Deep Learning*, equations 9.11 and 9.13.

    Examples
    --------
    >>> dx, dw, db = conv2d_backward(
    ...     np.array([[[[10.0, 1.0]]]]), np.array([[[[2.0, 3.0, 4.0]]]]), np.array([[[[5.0, 7.0]]]])
    ... )
    >>> print(dx[0, 0], dw[0, 0], db)
    [[50. 75.  7.]] [[23. 34.]] [11.]
    """
    dout, w = floats(dout), floats(w)
    framed = _framed(x, pad)
    kh, kw = w.shape[2:]
    oh, ow = dout.shape[2:]

    db = dout.sum(axis=(0, 2, 3))
    dw: Floats = np.einsum("nfpq,ncpqij->fcij", dout, _windows(framed, kh, kw, stride))
    dframed = np.zeros_like(framed)
    for i in range(kh):
        for j in range(kw):
            # The pixels that entry (i, j) of the kernel meets as the window moves.
            met = dframed[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride]
            met += np.einsum("nfpq,fc->ncpq", dout, w[:, :, i, j])
    height, width = framed.shape[2:]
    dx = dframed[:, :, pad : height - pad, pad : width - pad].copy()  # it does not keep the frame
    return dx, dw, db


def max_pool(x: ArrayLike, size: int, stride: int) -> Floats:
    """Keep the largest number of each window, for every image and channel on its own.

    Formula::

        y[n, c, p, q] = max over 0 ≤ i, j < size of  x[n, c, p·stride + i, q·stride + j]

    Parameters
    ----------
    x : array_like of float, shape (N, C, H, W)
        The images.
    size : int
        The side of the square window, at most H and W.
    stride : int
        How far the window moves, down and to the right.

    Returns
    -------
    ndarray of float64, shape (N, C, OH, OW)
        Its sides are those of `output_size`, without padding.

    References
    ----------
    Deck 002; Goodfellow, Bengio and Courville, *Deep Learning*, section 9.3.

    Examples
    --------
    >>> x = np.array([[1, 2, 0, -1], [0, 3, 1, 2], [2, -1, 4, 0], [1, 0, -2, 3]])
    >>> max_pool(x.reshape(1, 1, 4, 4), size=2, stride=2)[0, 0]
    array([[3., 2.],
           [2., 4.]])
    """
    windows = _windows(floats(x), size, size, stride)
    largest: Floats = windows.max(axis=(4, 5))
    return largest


def flatten(x: ArrayLike) -> Floats:
    """Write each image as one row: channel by channel, row by row, from left to right.

    Formula::

        y[n, (c·H + h)·W + v] = x[n, c, h, v]

    Parameters
    ----------
    x : array_like of float, shape (N, C, H, W)
        The images.

    Returns
    -------
    ndarray of float64, shape (N, C·H·W)

    References
    ----------
    Deck 002, where an image of 2x2 pixels becomes a vector of 4.

    Examples
    --------
    >>> flatten([[[[1, 2], [3, 4]]]])
    array([[1., 2., 3., 4.]])
    """
    x = np.array(x, dtype=np.float64)
    n, c, h, w = x.shape
    return x.reshape(n, c * h * w)


def _framed(x: ArrayLike, pad: int) -> Floats:
    """Put a frame of zeros around every image: heights and widths grow by ``2 * pad``."""
    return np.pad(floats(x), ((0, 0), (0, 0), (pad, pad), (pad, pad)))


def _windows(x: Floats, height: int, width: int, stride: int) -> Floats:
    """View images as their windows, shape (N, C, OH, OW, height, width).

    ``_windows(x, …)[n, c, p, q, i, j]`` is ``x[n, c, p·stride + i, q·stride + j]``.
    """
    windows: Floats = sliding_window_view(x, (height, width), axis=(2, 3))
    return windows[:, :, ::stride, ::stride]
