"""The oracle of exercise14 against SciPy, TensorFlow, plain loops and its laws."""

import doctest
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from scipy import ndimage, signal

from reference import convolution
from reference.convolution import conv2d, conv2d_backward, flatten, max_pool, output_size
from reference.gradients import numerical_gradient

Floats = NDArray[np.float64]

# The images, the kernels, the stride and the width of the frame.
CASES = [
    ((2, 3, 7, 9), (5, 3, 3, 4), 1, 0),
    ((3, 2, 6, 5), (4, 2, 3, 2), 2, 1),
    ((1, 4, 8, 7), (2, 4, 2, 3), 3, 2),
    ((2, 1, 3, 5), (3, 1, 3, 5), 1, 0),
    ((2, 3, 4, 6), (1, 3, 1, 1), 2, 0),
]
Shape = tuple[int, int, int, int]

seeds = st.integers(0, 2**32 - 1)
strides, pads, sides = st.integers(1, 4), st.integers(0, 3), st.integers(1, 4)
heights, widths = st.integers(4, 7), st.integers(4, 7)


def drawn(seed: int, *shapes: tuple[int, ...]) -> list[Floats]:
    rng = np.random.default_rng(seed)
    return [rng.standard_normal(shape) for shape in shapes]


# --- the size --------------------------------------------------------------------------------


@given(st.integers(1, 40), st.integers(1, 12), strides, pads)
def test_the_size_counts_the_places_of_the_window(
    n: int, kernel: int, stride: int, pad: int
) -> None:
    assume(kernel <= n + 2 * pad)
    ends = range(kernel, n + 2 * pad + 1, stride)
    assert output_size(n, kernel, stride, pad) == len(ends)


@given(heights, widths, sides, sides, strides, pads)
def test_the_size_is_that_of_the_output(
    h: int, w: int, kh: int, kw: int, stride: int, pad: int
) -> None:
    y = conv2d(np.ones((2, 1, h, w)), np.ones((3, 1, kh, kw)), np.ones(3), stride, pad)
    assert y.shape == (2, 3, output_size(h, kh, stride, pad), output_size(w, kw, stride, pad))


# --- independent implementations -------------------------------------------------------------


@pytest.mark.parametrize(("images", "kernels", "stride", "pad"), CASES)
def test_convolution_is_scipys_cross_correlation(
    images: Shape, kernels: Shape, stride: int, pad: int
) -> None:
    x, w, b = drawn(1, images, kernels, kernels[:1])
    framed = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    expected = np.zeros(conv2d(x, w, b, stride, pad).shape)
    for n, f, c in np.ndindex(len(x), *w.shape[:2]):
        expected[n, f] += signal.correlate2d(framed[n, c], w[f, c], "valid")[::stride, ::stride]
    expected += b.reshape(-1, 1, 1)
    assert_allclose(conv2d(x, w, b, stride, pad), expected, rtol=1e-12, atol=1e-12)


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


@pytest.mark.parametrize(("images", "kernels", "stride", "pad"), CASES)
def test_convolution_and_its_slopes_are_tensorflows(
    tf: Any, images: Shape, kernels: Shape, stride: int, pad: int
) -> None:
    x, w, b = drawn(2, images, kernels, kernels[:1])
    # TensorFlow has the channels last.
    variables = [tf.constant(v) for v in (x.transpose(0, 2, 3, 1), w.transpose(2, 3, 1, 0), b)]
    with tf.GradientTape() as tape:
        tape.watch(variables)
        framed = tf.pad(variables[0], [[0, 0], [pad, pad], [pad, pad], [0, 0]])
        y = tf.nn.conv2d(framed, variables[1], stride, "VALID") + variables[2]
    expected = y.numpy().transpose(0, 3, 1, 2)
    assert_allclose(conv2d(x, w, b, stride, pad), expected, rtol=1e-12, atol=1e-12)

    (dout,) = drawn(3, expected.shape)
    slopes = tape.gradient(y, variables, tf.constant(dout.transpose(0, 2, 3, 1)))
    dx, dw, db = conv2d_backward(dout, x, w, stride, pad)
    assert_allclose(dx, slopes[0].numpy().transpose(0, 3, 1, 2), rtol=1e-12, atol=1e-12)
    assert_allclose(dw, slopes[1].numpy().transpose(3, 2, 0, 1), rtol=1e-12, atol=1e-12)
    assert_allclose(db, slopes[2].numpy(), rtol=1e-12, atol=1e-12)


@given(seeds, heights, widths, st.integers(1, 3), strides)
def test_pooling_is_scipys_maximum_filter(
    seed: int, h: int, w: int, size: int, stride: int
) -> None:
    # Not TensorFlow's pooling, which rounds to float32.
    (x,) = drawn(seed, (2, 3, h, w))
    largest = ndimage.maximum_filter(x, size=(1, 1, size, size), mode="constant", cval=-np.inf)
    # SciPy puts its window about each pixel, size // 2 places up and to the left.
    first, bottom, right = size // 2, h - (size - 1) // 2, w - (size - 1) // 2
    assert_array_equal(
        max_pool(x, size, stride), largest[:, :, first:bottom:stride, first:right:stride]
    )


def test_flatten_has_channels_then_rows_then_columns() -> None:
    (x,) = drawn(4, (2, 3, 4, 5))
    rows = [[x[n, c, h, v] for c in range(3) for h in range(4) for v in range(5)] for n in range(2)]
    assert_array_equal(flatten(x), rows)


# --- laws ------------------------------------------------------------------------------------


@given(seeds, strides, pads)
def test_convolution_is_linear_in_images_and_kernels(seed: int, stride: int, pad: int) -> None:
    x, x2, w, w2, b = drawn(seed, *[(2, 3, 6, 5)] * 2, *[(4, 3, 3, 2)] * 2, (4,))
    zero = np.zeros(4)
    y = conv2d(x, w, zero, stride, pad)
    assert_allclose(
        conv2d(x + 2 * x2, w, b, stride, pad),
        y + 2 * conv2d(x2, w, zero, stride, pad) + b.reshape(4, 1, 1),
        atol=1e-12,
    )
    assert_allclose(
        conv2d(x, w + 2 * w2, b, stride, pad),
        y + 2 * conv2d(x, w2, b, stride, pad) - b.reshape(4, 1, 1),
        atol=1e-12,
    )


@given(seeds)
def test_an_image_that_moves_takes_its_output_along(seed: int) -> None:
    x, w, b = drawn(seed, (2, 3, 7, 8), (4, 3, 3, 2), (4,))
    y = conv2d(x, w, b)
    assert_allclose(conv2d(x[:, :, 1:, 2:], w, b), y[:, :, 1:, 2:], atol=1e-12)


def test_a_single_bright_pixel_shows_the_kernel_turned_round() -> None:
    (w,) = drawn(5, (1, 1, 3, 2))
    x = np.zeros((1, 1, 5, 3))
    x[0, 0, 2, 1] = 1.0
    assert_array_equal(conv2d(x, w, [0.0]), w[:, :, ::-1, ::-1])


def test_the_kernel_with_a_single_one_returns_the_image() -> None:
    (x,) = drawn(6, (2, 1, 4, 5))
    w = np.zeros((1, 1, 3, 3))
    w[0, 0, 1, 1] = 1.0
    assert_array_equal(conv2d(x, w, [0.0], pad=1), x)


@given(seeds, strides, pads)
def test_slopes_are_those_of_the_central_difference(seed: int, stride: int, pad: int) -> None:
    x, w, b = drawn(seed, (2, 2, 4, 5), (3, 2, 3, 2), (3,))
    (dout,) = drawn(seed + 1, conv2d(x, w, b, stride, pad).shape)

    dx, dw, db = conv2d_backward(dout, x, w, stride, pad)

    def loss(x: Floats, w: Floats, b: Floats) -> float:
        return float(np.sum(dout * conv2d(x, w, b, stride, pad)))

    # The loss is linear in each argument, so a large step has no error but rounding.
    assert_allclose(dx, numerical_gradient(lambda v: loss(v, w, b), x, h=1.0), atol=1e-10)
    assert_allclose(dw, numerical_gradient(lambda v: loss(x, v, b), w, h=1.0), atol=1e-10)
    assert_allclose(db, numerical_gradient(lambda v: loss(x, w, v), b, h=1.0), atol=1e-10)


@given(seeds, st.integers(1, 4), strides)
def test_pooling_keeps_the_order_of_images(seed: int, size: int, stride: int) -> None:
    x, more = drawn(seed, (2, 3, 5, 4), (2, 3, 5, 4))
    lower, upper = max_pool(x, size, stride), max_pool(x + np.abs(more), size, stride)
    assert np.all(lower <= upper)
    assert_allclose(max_pool(3.0 * x - 7.0, size, stride), 3.0 * lower - 7.0, atol=1e-12)


def test_pooling_of_single_pixels_is_the_image() -> None:
    (x,) = drawn(7, (2, 3, 5, 4))
    assert_array_equal(max_pool(x, 1, 1), x)


# --- types and arguments ---------------------------------------------------------------------


def test_integers_are_floats() -> None:
    x = np.arange(40, dtype=np.uint8).reshape(1, 2, 4, 5) * 6
    w = np.arange(-8, 8).reshape(2, 2, 2, 2)
    b = np.array([3, -4])
    y = conv2d(x, w, b)
    results = [y, *conv2d_backward(y.astype(int), x, w), max_pool(x, 2, 2), flatten(x)]
    floats = conv2d(x.astype(float), w.astype(float), b.astype(float))
    assert_array_equal(y, floats)
    assert all(result.dtype == np.float64 for result in results)


def test_arguments_stay_as_they_are_and_are_not_shared() -> None:
    x, w, b, dout = drawn(8, (2, 3, 5, 4), (2, 3, 2, 2), (2,), (2, 2, 4, 3))
    for array in (x, w, b, dout):
        array.flags.writeable = False
    results = [conv2d(x, w, b), *conv2d_backward(dout, x, w), max_pool(x, 1, 1), flatten(x)]
    assert not any(np.shares_memory(result, given) for result in results for given in (x, w, b))
    assert all(result.flags.writeable for result in results)


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(convolution)
    assert results.attempted > 0
    assert results.failed == 0
