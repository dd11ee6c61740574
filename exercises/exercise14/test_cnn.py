"""The lecture's worked examples. Run them with `grade exercise14` or `pytest exercises/exercise14`.

Deck 002 has figures of a convolutional network and no numbers; these are the sizes of its figures,
worked out.
"""

import numpy as np
import pytest

from grader.suite import expect

IMAGE = np.array([[[[1, 2, 0, -1], [0, 3, 1, 2], [2, -1, 4, 0], [1, 0, -2, 3]]]], dtype=float)
KERNEL = np.array([[[[1, 0, -1], [2, 1, 0], [0, -2, 1]]]], dtype=float)


@pytest.mark.task(1, points=1)
def test_sizes_in_the_text(student):
    """A 3x3 kernel fits into a 4x4 image 2 times, with a frame of zeros 4 times.

    3x3 커널은 4x4 이미지에 2번 들어가고, 0으로 패딩하면 4번 들어갑니다.
    """
    expect(student.output_size)(4, 3, 1, 0).to_match(2)
    expect(student.output_size)(4, 3, 1, 1).to_match(4)
    expect(student.output_size)(7, 3, 2, 0).to_match(3)
    expect(student.output_size)(8, 3, 2, 0).to_match(3)


@pytest.mark.task(2, points=1)
def test_4x4_image_and_3x3_kernel(student):
    """The 4x4 image and the 3x3 kernel of README.md give [[10, 2], [0, 10]], plus the bias.

    README의 4x4 이미지와 3x3 커널의 결과는 [[10, 2], [0, 10]]에 편향을 더한 것입니다.
    """
    out = np.array([[[[10.0, 2.0], [0.0, 10.0]]]])
    expect(student.conv2d)(IMAGE, KERNEL, np.array([0.0])).to_match(out, rtol=1e-5, atol=1e-4)
    expect(student.conv2d)(IMAGE, KERNEL, np.array([0.5])).to_match(out + 0.5, rtol=1e-5, atol=1e-4)


@pytest.mark.task(3, points=1)
def test_2x2_pooling_of_a_4x4_image(student):
    """Windows of 2x2 that move by 2 leave [[3, 2], [2, 4]] of the 4x4 image.

    2x2 윈도우를 2칸씩 옮기면 4x4 이미지에서 [[3, 2], [2, 4]]가 남습니다.
    """
    out = np.array([[[[3.0, 2.0], [2.0, 4.0]]]])
    expect(student.max_pool)(IMAGE, 2, 2).to_match(out, rtol=1e-5, atol=1e-4)


@pytest.mark.task(4, points=1)
def test_2x2_image_becomes_a_vector_of_4(student):
    """An image of 2x2 pixels becomes a row of 4, and one with two channels a row of 8.

    2x2 이미지는 원소가 4개인 행이 되고, 채널이 둘이면 8개인 행이 됩니다.
    """
    one = np.array([[[[1.0, 2.0], [3.0, 4.0]]]])
    two = np.array([[[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]])
    expect(student.flatten)(one).to_match(np.array([[1.0, 2.0, 3.0, 4.0]]))
    expect(student.flatten)(two).to_match(np.arange(1.0, 9.0).reshape(1, 8))


@pytest.mark.task(5, points=1)
def test_slopes_in_the_text(student):
    """For the slopes [[1, -1], [0, 2]] at the output, dx, dw and db are those of README.md.

    출력의 기울기가 [[1, -1], [0, 2]]이면 dx, dw, db는 README의 표와 같습니다.
    """
    dout = np.array([[[[1.0, -1.0], [0.0, 2.0]]]])
    dx = np.array([[[[1.0, -1, -1, 1], [2, 1, -1, -2], [0, 2, 5, -1], [0, 0, -4, 2]]]])
    dw = np.array([[[[5.0, 4, 5], [-5, 10, -1], [3, -9, 10]]]])
    answer = expect(student.conv2d_backward)(dout, IMAGE, KERNEL)
    answer.to_match((dx, dw, np.array([2.0])), rtol=1e-5, atol=1e-4)
