"""Hidden suite of exercise14: convolution, pooling and the way back.

Images and kernels are not square, hold numbers of both signs, and have several channels; where
one call cannot tell two mistakes apart, a second one has what the first lacks. A check makes all of
its calls before it states anything: what each call returned then names the mistake, whichever
statement fails first.

Sums in float32 differ from ours in the seventh digit. That is how networks are trained, so it
is no mistake here: values are compared to five digits.
"""

import numpy as np
import pytest

from grader.suite import expect
from reference import convolution

HARMLESS = {"rtol": 1e-5, "atol": 1e-4}


def layer(rng, images, kernels):
    """Draw images, kernels and biases of standard deviation 1, no bias near 0."""
    biases = rng.choice([-1.0, 1.0], kernels[0]) * rng.uniform(0.5, 2.0, kernels[0])
    return rng.standard_normal(images), rng.standard_normal(kernels), biases


def whole(rng, shape):
    """Draw whole numbers of both signs."""
    return rng.choice([-1, 1], shape) * rng.integers(1, 6, shape)


def backward_call(rng, images, kernels, *settings):
    """Draw the arguments of `conv2d_backward`, with a slope for every number of the output."""
    x, w, b = layer(rng, images, kernels)
    out = convolution.conv2d(x, w, b, *settings)
    return rng.standard_normal(out.shape), x, w, *settings


def match_slopes(answer, call, *places):
    """State that the slopes at `places` of (dx, dw, db) are right, whatever the others are."""
    wanted = convolution.conv2d_backward(*call)
    own = answer.value if isinstance(answer.value, tuple | list) else ()
    if len(own) == len(wanted):
        wanted = tuple(wanted[i] if i in places else own[i] for i in range(len(wanted)))
    answer.to_match(wanted, **HARMLESS)


# Task 1


@pytest.mark.task(1, points=1)
def test_windows_that_fit_exactly(student, rng):
    """Where the last window ends at the end of the padded axis, all its places are counted.

    마지막 윈도우가 패딩한 축의 끝에서 끝나면 윈도우의 자리를 빠짐없이 셉니다.
    """
    calls = [(9, 1, 1, 0), (5, 5, 3, 0), (3, 7, 2, 2)]
    for stride, pad in ((1, 0), (1, 1), (2, 0), (3, 2), (4, 3)):
        kernel, moves = int(rng.integers(2, 6)), int(rng.integers(2, 9))
        calls.append((kernel + moves * stride - 2 * pad + 8 * stride, kernel, stride, pad))
    answers = [expect(student.output_size)(*call) for call in calls]
    for answer in answers:
        answer.to_match(convolution.output_size)


@pytest.mark.task(1, points=1)
def test_windows_that_leave_a_rest(student, rng):
    """Rows or columns left over at the end are no window: sizes are rounded down.

    끝에 남는 행이나 열에는 윈도우가 없습니다. 크기는 내림합니다.
    """
    calls = [(8, 3, 2, 0), (10, 3, 4, 0), (6, 5, 4, 1), (2, 1, 5, 0)]
    calls.append((7, 3, 2, 0))  # no rest: rounding is not to blame for what is wrong here too
    for stride in (2, 3, 5, 7):
        for rest in {1, stride - 1}:
            kernel, moves = int(rng.integers(2, 6)), int(rng.integers(3, 9))
            pad = int(rng.integers(0, 3))
            calls.append((kernel + moves * stride + rest - 2 * pad, kernel, stride, pad))
    answers = [expect(student.output_size)(*call) for call in calls]
    for answer in answers:
        answer.to_match(convolution.output_size)


# Task 2


@pytest.mark.task(2, points=1)
def test_convolution_of_one_channel(student, rng):
    """Each number is the sum of window times kernel, as the kernel is, plus the bias.

    출력의 각 수는 윈도우와 (뒤집지 않은) 커널을 곱해 모두 더하고 편향을 더한 것입니다.
    """
    sizes = [((5, 7), (3, 2)), ((6, 4), (2, 3)), ((4, 6), (3, 3)), ((5, 5), (2, 4))]
    answers = [
        expect(student.conv2d)(*layer(rng, (1, 1, *image), (1, 1, *kernel)))
        for image, kernel in sizes
    ]
    for answer in answers:
        answer.to_match(convolution.conv2d, **HARMLESS)


@pytest.mark.task(2, points=2)
def test_convolution_of_many_channels(student, rng):
    """A filter adds up all channels, and every image has one output for each filter.

    필터는 모든 채널을 더하고, 이미지마다 필터 수만큼의 출력이 있습니다.
    """
    sizes = [
        ((2, 3, 7, 9), (5, 3, 3, 4)),
        ((4, 2, 5, 6), (3, 2, 1, 3)),
        ((1, 4, 4, 5), (2, 4, 3, 2)),
    ]
    answers = [expect(student.conv2d)(*layer(rng, images, kernels)) for images, kernels in sizes]
    for answer in answers:
        answer.to_match(convolution.conv2d, **HARMLESS).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=2)
def test_convolution_pads_with_zeros(student, rng):
    """A frame of zeros goes around each channel of each image, and around nothing else.

    0으로 된 테두리는 각 이미지의 각 채널 둘레에만 생깁니다.
    """
    one, many = layer(rng, (1, 1, 4, 6), (1, 1, 3, 3)), layer(rng, (2, 3, 4, 5), (4, 3, 3, 2))
    answers = [
        expect(student.conv2d)(*one, 1, 1),
        expect(student.conv2d)(*many, 1, 2),
        expect(student.conv2d)(*layer(rng, (3, 1, 2, 3), (2, 1, 2, 1)), pad=3),
        expect(student.conv2d)(*layer(rng, (1, 2, 2, 3), (3, 2, 4, 3)), pad=1),
        # A single window, even if the padding were counted twice: only a wrong frame shows.
        expect(student.conv2d)(*layer(rng, (2, 3, 4, 5), (2, 3, 2, 3)), 9, 1),
    ]
    for answer in answers:
        answer.to_match(convolution.conv2d, **HARMLESS)


@pytest.mark.task(2, points=2)
def test_convolution_moves_by_the_stride(student, rng):
    """The window moves by the stride both ways; what is left at the end is left out.

    윈도우는 두 방향 모두 스트라이드만큼 움직이고, 끝에 남는 부분은 쓰지 않습니다.
    """
    answers = [
        expect(student.conv2d)(*layer(rng, (2, 3, 7, 9), (4, 3, 3, 5)), 2),
        expect(student.conv2d)(*layer(rng, (1, 2, 6, 8), (3, 2, 3, 3)), stride=2),
        expect(student.conv2d)(*layer(rng, (2, 1, 7, 10), (2, 1, 2, 1)), stride=3, pad=0),
        expect(student.conv2d)(*layer(rng, (2, 3, 6, 5), (3, 3, 3, 2)), 2, 1),
        expect(student.conv2d)(*layer(rng, (1, 2, 4, 9), (2, 2, 2, 3)), 3, 2),
        expect(student.conv2d)(*layer(rng, (2, 3, 5, 4), (2, 3, 1, 1)), 2),
    ]
    for answer in answers:
        answer.to_match(convolution.conv2d, **HARMLESS)


@pytest.mark.task(2, points=1)
def test_convolution_with_the_smallest_and_largest_kernels(student, rng):
    """A kernel of 1x1 mixes the channels of each pixel; one as large as the image sees it once.

    1x1 커널은 픽셀마다 채널을 섞고, 이미지만큼 큰 커널은 이미지를 한 번만 봅니다.
    """
    sizes = [
        ((2, 3, 4, 5), (4, 3, 1, 1)),
        ((3, 2, 4, 5), (2, 2, 4, 5)),
        ((1, 1, 1, 1), (1, 1, 1, 1)),
    ]
    answers = [expect(student.conv2d)(*layer(rng, images, kernels)) for images, kernels in sizes]
    for answer in answers:
        answer.to_match(convolution.conv2d, **HARMLESS)


@pytest.mark.task(2, points=1)
def test_convolution_of_pixels(student, rng):
    """Integers such as pixels count as floats, and everything that was given stays as it is.

    픽셀 같은 정수는 실수형으로 다루고, 받은 값은 하나도 바꾸지 않습니다.
    """
    pixels = rng.integers(0, 256, (2, 3, 5, 6), dtype=np.uint8)
    _x, w, b = layer(rng, (1, 3, 1, 1), (4, 3, 3, 2))
    answers = [
        expect(student.conv2d)(pixels, whole(rng, (4, 3, 2, 3)), whole(rng, 4)),
        expect(student.conv2d)(pixels, w, b, 2, 1),
        expect(student.conv2d)(pixels, rng.integers(1, 9, (2, 3, 3, 2), dtype=np.uint8), b[:2]),
        expect(student.conv2d)(whole(rng, (1, 3, 4, 5)), w, whole(rng, 4)),
    ]
    for answer in answers:
        answer.to_leave_arguments_unchanged().to_match(convolution.conv2d, **HARMLESS)


# Task 3


@pytest.mark.task(3, points=1)
def test_pooling_of_windows_side_by_side(student, rng):
    """Every window gives its largest number, for each image and each channel on its own.

    윈도우마다 가장 큰 수가 남습니다. 이미지와 채널은 서로 섞이지 않습니다.
    """
    answers = [
        expect(student.max_pool)(rng.standard_normal(shape), size, size)
        for shape, size in (((2, 3, 4, 6), 2), ((3, 2, 9, 6), 3), ((1, 4, 5, 3), 1))
    ]
    for answer in answers:
        answer.to_match(convolution.max_pool, **HARMLESS)


@pytest.mark.task(3, points=1)
def test_pooling_of_overlapping_and_distant_windows(student, rng):
    """The stride is not the size: windows may overlap or lie apart, and a rest is left out.

    스트라이드는 윈도우의 크기와 다를 수 있습니다. 윈도우가 겹치거나 떨어지며, 남는 부분은 쓰지
    않습니다.
    """
    settings = [
        ((2, 3, 6, 8), 3, 2),
        ((3, 2, 4, 5), 2, 1),
        ((1, 4, 7, 9), 2, 3),
        ((2, 1, 5, 8), 4, 3),
        ((1, 2, 4, 4), 3, 2),
    ]
    answers = [
        expect(student.max_pool)(rng.standard_normal(shape), size, stride)
        for shape, size, stride in settings
    ]
    for answer in answers:
        answer.to_match(convolution.max_pool, **HARMLESS)


@pytest.mark.task(3, points=1)
def test_pooling_of_negative_numbers(student, rng):
    """Where all numbers are negative, the largest is the one nearest to 0, not 0.

    모두 음수이면 가장 큰 수는 0이 아니라 0에 가장 가까운 수입니다.
    """
    answers = [
        expect(student.max_pool)(-rng.uniform(0.5, 3.0, (2, 3, 5, 6)), 2, 2),
        expect(student.max_pool)(-rng.uniform(2e6, 9e6, (1, 2, 6, 4)), 3, 1),
    ]
    for answer in answers:
        answer.to_match(convolution.max_pool, **HARMLESS)


@pytest.mark.task(3, points=1)
def test_pooling_of_integers(student, rng):
    """Integers give floats, and the images stay as they are.

    정수의 결과도 실수형이고, 이미지는 그대로 남습니다.
    """
    answers = [
        expect(student.max_pool)(rng.integers(0, 256, (2, 3, 4, 6), dtype=np.uint8), 2, 2),
        expect(student.max_pool)(whole(rng, (3, 2, 5, 4)), 3, 1),
        expect(student.max_pool)(rng.standard_normal((1, 3, 4, 5)), 2, 2),
    ]
    for answer in answers:
        answer.to_leave_arguments_unchanged().to_match(convolution.max_pool, **HARMLESS)


# Task 4


@pytest.mark.task(4, points=1)
def test_flatten_goes_channel_by_channel(student, rng):
    """Each image is one row: the first channel row by row, then the next; nothing else moves.

    이미지마다 한 행이고, 첫 채널을 행의 순서대로 쓴 다음 다음 채널로 넘어갑니다.
    """
    shapes = [(2, 3, 4, 5), (4, 2, 1, 3), (1, 3, 2, 2), (3, 1, 2, 4)]
    answers = [expect(student.flatten)(rng.standard_normal(shape)) for shape in shapes]
    for answer in answers:
        answer.to_match(convolution.flatten, **HARMLESS).to_leave_arguments_unchanged()


# Task 5


@pytest.mark.task(5, points=1)
def test_slopes_of_kernels_and_biases(student, rng):
    """Weights and biases collect their slope from every image and every window.

    가중치와 편향의 기울기는 모든 이미지와 모든 윈도우에서 모은 합입니다.
    """
    calls = [
        backward_call(rng, (2, 3, 5, 7), (4, 3, 2, 3)),
        backward_call(rng, (3, 2, 4, 5), (2, 2, 3, 1)),
        backward_call(rng, (1, 1, 3, 4), (1, 1, 2, 2)),
    ]
    answers = [expect(student.conv2d_backward)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_slopes(answer, call, 1, 2)


@pytest.mark.task(5, points=2)
def test_slopes_of_the_images(student, rng):
    """A pixel collects its slope from every window it lies in and every filter.

    픽셀의 기울기는 그 픽셀이 들어 있는 모든 윈도우와 모든 필터에서 모은 합입니다.
    """
    calls = [
        backward_call(rng, (2, 3, 5, 7), (4, 3, 2, 3)),
        backward_call(rng, (3, 2, 4, 5), (2, 2, 3, 1)),
        backward_call(rng, (1, 1, 3, 4), (1, 1, 2, 2)),
    ]
    answers = [expect(student.conv2d_backward)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_slopes(answer, call, 0)


@pytest.mark.task(5, points=1)
def test_slopes_with_stride_and_padding(student, rng):
    """With a stride and padding dx still has the shape of x, and is 0 where no window reaches.

    스트라이드와 패딩이 있어도 dx의 형상은 x와 같고, 윈도우가 닿지 않는 곳에서는 0입니다.
    """
    calls = [
        backward_call(rng, (2, 3, 6, 8), (4, 3, 3, 2), 2),
        backward_call(rng, (2, 2, 3, 4), (3, 2, 3, 2), 1, 1),
        backward_call(rng, (3, 1, 6, 5), (2, 1, 3, 2), 2, 1),
        backward_call(rng, (1, 2, 7, 8), (2, 2, 2, 3), 3, 2),
    ]
    answers = [expect(student.conv2d_backward)(*call) for call in calls]
    for call, answer in zip(calls, answers, strict=True):
        match_slopes(answer, call, 0, 1, 2)


@pytest.mark.task(5, points=1)
def test_slopes_for_integers(student, rng):
    """Whole numbers give floats, and dout, x and w stay as they are.

    정수의 결과도 실수형이고, dout과 x와 w는 그대로 남습니다.
    """
    pixels = rng.integers(0, 256, (2, 3, 4, 6), dtype=np.uint8)
    floats = backward_call(rng, (1, 2, 4, 5), (3, 2, 2, 3), 1, 1)
    answers = [
        expect(student.conv2d_backward)(whole(rng, (2, 4, 3, 4)), pixels, whole(rng, (4, 3, 2, 3))),
        expect(student.conv2d_backward)(*floats),
    ]
    for answer in answers:
        answer.to_leave_arguments_unchanged().to_match(convolution.conv2d_backward, **HARMLESS)
