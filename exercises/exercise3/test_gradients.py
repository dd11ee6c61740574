"""The lecture's worked examples. Run them with `grade exercise3` or `pytest exercises/exercise3`.

Where a slide prints something else, the comment beside the figure says so.
"""

import numpy as np
import pytest

from grader.suite import Text, expect


def sum_of_squares(x):
    """x² + y²"""
    return np.sum(np.square(x))


@pytest.mark.task(1, points=1)
def test_slopes_of_the_lecture(student):
    """Slopes: x² + 2x at 2 is 6 (tangent 6x - 4), 2x² at 1.5 is 6, x² + 4x + 2 at -2 is 0.

    기울기: x² + 2x는 2에서 6(접선 6x - 4), 2x²은 1.5에서 6, x² + 4x + 2는 -2에서 0입니다.
    """

    def f(x):
        """x² + 2x"""
        return x**2 + 2 * x

    def g(x):
        """2x²"""
        return 2 * x**2

    def valley(x):
        """x² + 4x + 2"""
        return x**2 + 4 * x + 2

    slope = expect(student.numerical_diff)(f, 2.0).to_match(6.0, atol=1e-8).value
    intercept = f(2.0) - slope * 2.0  # the slide draws the tangent; it touches at x = 2
    name = Text("the tangent's value at 0", "접선의 y절편")
    expect.value(intercept, name).to_match(-4.0, atol=1e-7)
    expect(student.numerical_diff)(g, 1.5).to_match(6.0, atol=1e-8)
    expect(student.numerical_diff)(valley, -2.0).to_match(0.0, atol=1e-8)


@pytest.mark.task(2, points=1)
def test_gradient_of_x2_plus_y2(student):
    """The gradient of x² + y² is (6, 8) at (3, 4), and at (1, 1) the way down is (-2, -2).

    x² + y²의 기울기는 (3, 4)에서 (6, 8)이고, (1, 1)에서 내려가는 방향은 (-2, -2)입니다.
    """
    gradient = expect(student.numerical_gradient)(sum_of_squares, np.array([3.0, 4.0]))
    gradient.to_match(np.array([6.0, 8.0]), atol=1e-8)
    uphill = expect(student.numerical_gradient)(sum_of_squares, np.array([1.0, 1.0]))
    downhill = -uphill.to_match(np.array([2.0, 2.0]), atol=1e-8).value
    name = Text("-gradient", "부호를 바꾼 기울기")
    expect.value(downhill, name).to_match(np.array([-2.0, -2.0]), atol=1e-8)


@pytest.mark.task(2, points=1)
def test_partial_derivatives_of_the_lecture(student):
    """Gradients at (1.5, -0.5): (6, -3) for 2x₀² + 3x₁², and (2.5, 1.5) for x₀² + x₀x₁ + 7.

    (1.5, -0.5)에서 2x₀² + 3x₁²의 기울기는 (6, -3), x₀² + x₀x₁ + 7의 기울기는 (2.5, 1.5)입니다.
    """

    def f(x):
        """2x₀² + 3x₁²"""
        x0, x1 = np.resize(x, 2)  # resize: two numbers, whatever f is called with
        return 2 * x0**2 + 3 * x1**2

    def g(x):
        """x₀² + x₀x₁ + 7"""
        x0, x1 = np.resize(x, 2)
        return x0**2 + x0 * x1 + 7

    # The slide of deck 001 keeps the term that is constant and would have (6.75, 1.5) here.
    partials = expect(student.numerical_gradient)(f, np.array([1.5, -0.5]))
    partials.to_match(np.array([6.0, -3.0]), atol=1e-8)
    partials = expect(student.numerical_gradient)(g, np.array([1.5, -0.5]))
    partials.to_match(np.array([2.5, 1.5]), atol=1e-8)


@pytest.mark.task(3, points=1)
def test_descent_table_of_the_lecture(student):
    """From X1 = 2 on x², rate 0.1 leads to X50 = 3.57e-5 and rate 0.2 to X21 = 7.31e-5.

    x²에서 X1 = 2로 시작하면 학습률 0.1로 X50 = 3.57e-5, 0.2로 X21 = 7.31e-5에 이릅니다.
    """

    def slope(x):
        """2x"""
        return 2 * np.asarray(x)

    # The table counts the start as number one: X50 comes after 49 steps, X21 after 20.
    path = 2 * 0.8 ** np.arange(50).reshape(50, 1)  # 2, 1.6, 1.28, … 3.568e-05
    expect(student.gradient_descent)(slope, np.array([2.0]), 0.1, 49).to_match((path[-1], path))
    path = 2 * 0.6 ** np.arange(21).reshape(21, 1)  # 2, 1.2, 0.72, … 7.312e-05
    expect(student.gradient_descent)(slope, np.array([2.0]), 0.2, 20).to_match((path[-1], path))
