"""Exercise 14: convolution.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Five things hold for every function here:

* Images have the shape (N, C, H, W): image, channel, row, column. Heights and widths may differ,
  of images and of kernels.
* numpy arrays come in, and float64 comes out. Integers in any array, ``uint8`` pixels too, count
  as floats: convert them before you multiply. (`flatten` may keep the dtype it is given.)
* What you are given is the same after the call as before.
* `stride` is 1 or more and `pad` 0 or more, both the same for rows and columns. Every window fits
  at least once.
* You may write further functions, and call one task's function in another.
"""

import numpy as np  # noqa: F401 - for your code


def output_size(n, kernel, stride, pad):
    """Return how many windows fit along one axis: ``(n + 2 * pad - kernel) // stride + 1``.

    Parameters
    ----------
    n : int
        The length of the axis, a height or a width.
    kernel : int
        The length of the window along it, at most ``n + 2 * pad``.
    stride : int
        How far the window moves each time.
    pad : int
        How many zeros are added at each of the two ends.

    Returns
    -------
    int
        The number of windows. Rows or columns left over at the end are no window.

    Examples
    --------
    >>> output_size(7, 3, 2, 0), output_size(8, 3, 2, 0), output_size(4, 3, 1, 1)
    (3, 3, 4)
    """
    raise NotImplementedError("Task 1: return (n + 2 * pad - kernel) // stride + 1")


def conv2d(x, w, b, stride=1, pad=0):
    """Lay every kernel on every window of every image, multiply and add up.

    ``out[n, f, i, j]`` is ``b[f]`` plus the sum over all channels, rows and columns of
    ``w[f] * window``, where the window is ``x[n, :, top : top + KH, left : left + KW]`` of the
    padded image, ``top = i * stride`` and ``left = j * stride``. The kernel is not turned round.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)
        The images.
    w : ndarray, shape (F, C, KH, KW)
        The kernels. Each of the F filters has one for every channel.
    b : ndarray, shape (F,)
        The biases, one for each filter.
    stride : int, default 1
        How far the window moves, down and to the right.
    pad : int, default 0
        How many rows and columns of zeros are added on each of the four sides of an image.

    Returns
    -------
    ndarray of float64, shape (N, F, OH, OW)
        OH is ``output_size(H, KH, stride, pad)`` and OW is ``output_size(W, KW, stride, pad)``.

    Examples
    --------
    >>> x = np.array([[[[1, 2, 0], [0, 3, 1]]]])
    >>> w = np.array([[[[1, -1]]]])
    >>> conv2d(x, w, np.array([10.0]))
    array([[[[ 9., 12.],
             [ 7., 12.]]]])
    """
    raise NotImplementedError("Task 2: return the convolution, an array of shape (N, F, OH, OW)")


def max_pool(x, size, stride):
    """Keep the largest number of each window, for every image and channel on its own.

    ``out[n, c, i, j]`` is the largest number in ``x[n, c, top : top + size, left : left + size]``,
    where ``top = i * stride`` and ``left = j * stride``. There is no padding.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)
        The images. The numbers have either sign and any size.
    size : int
        The height and width of the window, at most H and W.
    stride : int
        How far the window moves, down and to the right. It may be smaller than `size`, so that
        windows overlap, equal to it, or larger.

    Returns
    -------
    ndarray of float64, shape (N, C, OH, OW)
        OH is ``output_size(H, size, stride, 0)`` and OW is ``output_size(W, size, stride, 0)``.
        Rows and columns left over at the end are not looked at.

    Examples
    --------
    >>> max_pool(np.array([[[[1, 2, 0], [0, 3, 1]]]]), 2, 1)
    array([[[[3., 3.]]]])
    """
    raise NotImplementedError("Task 3: return the largest number of each window")


def flatten(x):
    """Write each image as one row: channel by channel, row by row, from left to right.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)
        The images.

    Returns
    -------
    ndarray, shape (N, C * H * W)
        The same numbers. It may be float64 or of the dtype of `x`, a view or a copy.

    Examples
    --------
    >>> flatten(np.array([[[[1.0, 2.0], [3.0, 4.0]]]]))
    array([[1., 2., 3., 4.]])
    """
    raise NotImplementedError("Task 4: return an array of shape (N, C * H * W)")


def conv2d_backward(dout, x, w, stride=1, pad=0):
    """Return the slopes of a loss along everything that went into `conv2d`.

    Parameters
    ----------
    dout : ndarray, shape (N, F, OH, OW)
        The slope of the loss along every number of ``conv2d(x, w, b, stride, pad)``.
    x : ndarray, shape (N, C, H, W)
        The images, not padded.
    w : ndarray, shape (F, C, KH, KW)
        The kernels.
    stride, pad : int
        As in `conv2d`.

    Returns
    -------
    dx : ndarray of float64, shape (N, C, H, W)
        The slope along every pixel of `x`, so without the padding. It is 0 for pixels that no
        window reaches.
    dw : ndarray of float64, shape (F, C, KH, KW)
        The slope along every weight, summed over images and windows, not averaged.
    db : ndarray of float64, shape (F,)
        The slope along every bias, summed in the same way.

    Examples
    --------
    >>> dx, dw, db = conv2d_backward(
    ...     np.array([[[[10.0, 1.0]]]]), np.array([[[[2.0, 3.0, 4.0]]]]), np.array([[[[5.0, 7.0]]]])
    ... )
    >>> print(dx, dw, db)
    [[[[50. 75.  7.]]]] [[[[23. 34.]]]] [11.]
    """
    raise NotImplementedError("Task 5: return dx, dw and db")
