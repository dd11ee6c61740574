"""The lecture's worked examples. Run them with `grade exercise1` or `pytest exercises/exercise1`.

Where a slide prints something else, the comment beside the figure says so.
"""

import numpy as np
import pytest

from grader.suite import expect

GRID = np.arange(-6.0, 6.0, 0.1)  # deck 003 draws every function over these 120 points


@pytest.mark.task(1, points=1)
def test_step_over_the_grid_of_the_lecture(student):
    """Over the grid of deck 003, step is 0 sixty-one times and then 1 fifty-nine times.

    003 강의의 격자에서 step은 처음 61개 점에서 0, 나머지 59개 점에서 1입니다.
    """
    # GRID[60] looks like 0 but is -2.1e-14, a rounding error of arange.
    expect(student.step)(GRID).to_match(np.repeat([0, 1], [61, 59]))


@pytest.mark.task(2, points=1)
def test_sigmoid_of_the_first_layer(student):
    """Deck 001: the sigmoid turns A1 = [0.3, 0.7, 1.1] into Z1 = [0.574, 0.668, 0.750].

    001 강의: 시그모이드는 A1 = [0.3, 0.7, 1.1]을 Z1 = [0.574, 0.668, 0.750]으로 바꿉니다.
    """
    a1 = np.array([0.3, 0.7, 1.1])  # the slide prints 0.1 for 0.3; its Z1 belongs to 0.3
    z1 = np.array([0.57444252, 0.66818777, 0.75026011])
    expect(student.sigmoid)(a1).to_match(z1, rtol=1e-7)


@pytest.mark.task(3, points=1)
def test_largest_slope_of_the_sigmoid(student):
    """Deck 004: the sigmoid is steepest at 0, and its slope there is 0.25.

    004 강의: 시그모이드는 0에서 가장 가파르고, 그 기울기는 0.25입니다.
    """
    # The slide rounds 0.25 up to 0.3. The slope at 2 is the README's example.
    slopes = np.array([0.1049935854, 0.25])
    expect(student.sigmoid_grad)(np.array([2.0, 0.0])).to_match(slopes)


@pytest.mark.task(4, points=1)
def test_relu_family_at_three_points(student):
    """Deck 003: at -2, 0 and 3 the ReLU is 0, 0, 3 and the leaky ReLU is -0.02, 0, 3.

    003 강의: -2, 0, 3에서 ReLU는 0, 0, 3이고 leaky ReLU는 -0.02, 0, 3입니다.
    """
    x = np.array([-2.0, 0.0, 3.0])
    expect(student.relu)(x).to_match(np.array([0.0, 0.0, 3.0]))
    expect(student.leaky_relu)(x).to_match(np.array([-0.02, 0.0, 3.0]))
    # The slide's code has a = 0.1.
    expect(student.leaky_relu)(x, 0.1).to_match(np.array([-0.2, 0.0, 3.0]))


@pytest.mark.task(5, points=1)
def test_softmax_of_the_lecture(student):
    """Deck 004: softmax of 3.0, 1.5, 0.3 is 0.775, 0.173, 0.052.

    004 강의: 3.0, 1.5, 0.3의 소프트맥스는 0.775, 0.173, 0.052입니다.
    """
    # The slide rounds 0.77499 to 0.78, so that its three figures add up to 1.
    expected = np.array([0.774992, 0.172924, 0.052084])
    expect(student.softmax)(np.array([3.0, 1.5, 0.3])).to_match(expected, atol=1e-6)


@pytest.mark.task(6, points=1)
def test_first_layer_of_the_lecture(student):
    """Deck 001: X W1 + B1 is [0.3, 0.7, 1.1], and the 2x2 product is [[19, 22], [43, 50]].

    001 강의: X W1 + B1은 [0.3, 0.7, 1.1]이고, 2x2 행렬의 곱은 [[19, 22], [43, 50]]입니다.
    """

    def identity(a):
        """h(a) = a."""
        return a

    x = np.array([[1.0, 0.5]])
    w1 = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    b1 = np.array([0.1, 0.2, 0.3])
    a1 = np.array([[0.3, 0.7, 1.1]])  # the slide prints 0.1 for 0.3
    expect(student.forward)(x, [w1], [b1], identity).to_match(a1)

    a, b = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[5.0, 6.0], [7.0, 8.0]])
    product = np.array([[19.0, 22.0], [43.0, 50.0]])
    expect(student.forward)(a, [b], [np.zeros(2)], identity).to_match(product)
