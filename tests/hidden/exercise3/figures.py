"""Figures of exercise3: where the slope was measured, and the way down into the valley."""

import numpy as np

from grader.suite import Text, figure
from grader.suite.picture import (
    DASHED,
    EXPECTED,
    EXPECTED_LABEL,
    GREY,
    LIGHT,
    YOURS,
    YOURS_LABEL,
    Picture,
    agreement,
    joined,
    numbers,
)
from reference import gradients

H = 0.5  # large enough to see both steps
LOOKED_AT = Text("where your code called f", "내 코드가 f를 호출한 곳")


def parabola(x):
    """x² + 2x"""
    return float(x) ** 2 + 2 * float(x)


def bowl(x):
    """x² + y²"""
    return float(np.sum(np.asarray(x, dtype=float) ** 2))


def valley_slope(x):
    """The gradient of (x - 1)² + 3(y + 2)²"""
    return np.array([2 * (x[0] - 1), 6 * (x[1] + 2)])


def recorded(f, shape, most=40):
    """Return `f`, and a list that gets the first places it is called at."""
    places = []

    def witness(x):
        value = f(x)
        if len(places) < most:
            places.append(numbers(x, shape))
        return value

    witness.__doc__ = f.__doc__
    return witness, places


def contour(axes, height, x, y):
    """Draw lines of equal height."""
    X, Y = np.meshgrid(x, y)
    axes.contour(X, Y, height(X, Y), levels=9, colors=GREY, linewidths=0.6)
    axes.set_xlabel("x")
    axes.set_ylabel("y")


@figure(task=1)
def draw_tangent(student):
    """Draw the slope of the lecture's parabola at 1, and where f was called."""
    f, places = recorded(parabola, ())
    slope = float(numbers(student.numerical_diff(f, 1.0, H), ()))
    picture = Picture(
        Text("The slope of x² + 2x at 1, with h = 0.5", "h = 0.5일 때 1에서 x² + 2x의 기울기"),
        Text(
            f"Your slope is {slope:.4g}, the true one 4. Your code called f at "
            f"{', '.join(f'{float(x):.3g}' for x in places)}.",
            f"내 기울기는 {slope:.4g}, 참값은 4입니다. 내 코드가 f를 호출한 곳: "
            f"{', '.join(f'{float(x):.3g}' for x in places)}.",
        ),
    )
    x, axes = np.linspace(-0.6, 2.4, 61), picture.axes[0]
    axes.plot(x, x**2 + 2 * x, color=GREY, label="x² + 2x")
    axes.plot(x, 3 + slope * (x - 1), color=YOURS, label=str(YOURS_LABEL))
    axes.scatter(
        places, [parabola(place) for place in places], color=EXPECTED, zorder=3,
        label=str(LOOKED_AT),
    )  # fmt: skip
    axes.set_ylim(-3, 11)
    axes.grid(color=LIGHT)
    picture.legend()

    yield picture


@figure(task=2)
def draw_where_f_was_called(student):
    """Draw the places around (3, 4) at which numerical_gradient called f."""
    f, places = recorded(bowl, (2,))
    gradient = numbers(student.numerical_gradient(f, np.array([3.0, 4.0]), H), (2,))
    said = ", ".join(f"({x:.3g}, {y:.3g})" for x, y in places)
    picture = Picture(
        Text("Where f was called to measure the gradient", "기울기를 재려고 f를 호출한 곳"),
        Text(
            f"Around (3, 4) with h = 0.5, your code called f at {said}. Your gradient is "
            f"({gradient[0]:.3g}, {gradient[1]:.3g}), the true one (6, 8).",
            f"h = 0.5일 때 (3, 4) 둘레에서 f를 호출한 곳은 {said}입니다. 내 기울기는 "
            f"({gradient[0]:.3g}, {gradient[1]:.3g}), 참값은 (6, 8)입니다.",
        ),
        height=3.4,
    )
    axes = picture.axes[0]
    contour(axes, lambda x, y: x**2 + y**2, np.linspace(1.6, 4.6, 40), np.linspace(2.7, 5.3, 40))
    axes.plot([3], [4], "+", color=GREY, markersize=14, label="(3, 4)")
    if places:
        axes.scatter(*np.transpose(places), color=YOURS, zorder=3, label=str(LOOKED_AT))
    axes.set_xlim(1.6, 4.6)
    axes.set_ylim(2.7, 5.3)
    axes.set_aspect("equal")
    picture.legend()
    yield picture


@figure(task=3)
def draw_descent(student):
    """Draw the README's walk into a valley."""
    start, lr, steps = np.array([4.0, 4.0]), 0.1, 20
    _, path = student.gradient_descent(valley_slope, start.copy(), lr, steps)
    path = numbers(path, (steps + 1, 2))
    _, expected = gradients.gradient_descent(valley_slope, start, lr, steps)
    last = path[-1]
    about = Text(
        f"Your walk of 20 steps from (4, 4) ends at ({last[0]:.3g}, {last[1]:.3g}); the lowest "
        "point is (1, -2).",
        f"(4, 4)에서 시작한 20단계가 ({last[0]:.3g}, {last[1]:.3g})에서 끝납니다. 가장 낮은 점은 "
        "(1, -2)입니다.",
    )
    picture = Picture(
        Text("Gradient descent in a valley", "골짜기에서의 경사 하강법"),
        joined(about, agreement(path, expected)),
        height=3.4,
    )
    axes = picture.axes[0]
    x, y = np.linspace(-2, 5, 50), np.linspace(-5, 5, 50)
    contour(axes, lambda x, y: (x - 1) ** 2 + 3 * (y + 2) ** 2, x, y)
    axes.plot(*expected.T, **DASHED, label=str(EXPECTED_LABEL))
    axes.plot(*path.T, "o-", color=YOURS, markersize=4, label=str(YOURS_LABEL))
    axes.plot([1], [-2], "*", color=GREY, markersize=12)
    axes.set_xlim(-2, 5)
    axes.set_ylim(-5, 5)
    picture.legend()
    yield picture
