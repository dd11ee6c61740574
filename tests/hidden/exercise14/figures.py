"""Figures of exercise14: a digit, what two edge detectors see of it, and its pooled form."""

import numpy as np

from grader.datasets import load_mnist
from grader.suite import Text, figure
from grader.suite.picture import EXPECTED_LABEL, YOURS_LABEL, Picture, agreement, joined, numbers
from reference import convolution

KERNELS = np.array([[[[-1.0, 0.0, 1.0]] * 3], [[[-1.0] * 3, [0.0] * 3, [1.0] * 3]]])
IMAGE = Text("image", "이미지")


def digit():
    """Return the first image of MNIST, a 5, as a batch of one."""
    (images, _digits), _test = load_mnist()
    return images[:1].reshape(1, 1, 28, 28).astype(np.float64)


def show(axes, cells, title, **limits):
    """Draw a map of cells."""
    axes.imshow(cells, interpolation="none", **limits)
    axes.set_title(title)
    axes.set_axis_off()


@figure(task=2)
def draw_edges(student):
    """Draw what a vertical and a horizontal edge detector make of a digit."""
    x, b = digit(), np.zeros(2)
    expected = convolution.conv2d(x, KERNELS, b, 1, 1)
    yours = numbers(student.conv2d(x, KERNELS.copy(), b, 1, 1), expected.shape)
    about = Text(
        "A handwritten 5 and two maps of it: where its pixels grow to the right, and where they "
        "grow downwards. Yours above, the expected ones below.",
        "손글씨 5와 두 개의 맵입니다. 픽셀 값이 오른쪽으로 커지는 곳과 아래로 커지는 곳을 보여 "
        "줍니다. 위는 내 코드, 아래는 기대한 값입니다.",
    )
    picture = Picture(
        Text("What two edge detectors see", "두 모서리 검출기가 보는 것"),
        joined(about, agreement(yours, expected)),
        rows=2,
        columns=3,
        height=3.8,
    )
    for row, (maps, said) in enumerate(((yours[0], YOURS_LABEL), (expected[0], EXPECTED_LABEL))):
        first, *others = picture.axes[3 * row : 3 * row + 3]
        show(first, x[0, 0], str(IMAGE), cmap="gray_r")
        for axes, cells, arrow in zip(others, maps, "→↓", strict=True):
            show(axes, cells, f"{said} {arrow}", cmap="PuOr", vmin=-3, vmax=3)
    yield picture


@figure(task=3)
def draw_pooling(student):
    """Draw a digit and its largest values."""
    x = digit()
    expected = convolution.max_pool(x, 4, 4)
    yours = numbers(student.max_pool(x, 4, 4), expected.shape)
    about = Text(
        "A handwritten 5 of 28 by 28 pixels, and 7 by 7 maps of the largest in each square of "
        "4 by 4: yours and the expected one.",
        "28×28 픽셀의 손글씨 5와, 4×4 칸마다 가장 큰 값을 모은 7×7 맵입니다. 내 결과와 기대한 "
        "값입니다.",
    )
    picture = Picture(
        Text("The largest of each square", "칸마다 가장 큰 값"),
        joined(about, agreement(yours, expected)),
        columns=3,
        height=2.0,
    )
    maps = (x[0, 0], yours[0, 0], expected[0, 0])
    for axes, cells, said in zip(
        picture.axes, maps, (IMAGE, YOURS_LABEL, EXPECTED_LABEL), strict=True
    ):
        show(axes, cells, str(said), cmap="gray_r", vmin=0, vmax=1)
    yield picture
