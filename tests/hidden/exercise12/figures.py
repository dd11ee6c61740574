"""Figures of exercise12: a line through points, and what small weights do to a curve."""

import numpy as np

from grader.suite import Text, figure
from grader.suite.picture import (
    DASHED,
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
from reference import regression

GRID = np.linspace(-1.0, 1.0, 81)
DEGREE = 9
POINTS = Text("points", "점")


def points():
    """Return fifteen points near a curve, the same in every report."""
    rng = np.random.default_rng(12)
    x = np.sort(rng.uniform(-1, 1, 15))
    return x, np.sin(3 * x) + rng.normal(0, 0.2, 15)


def fitted(axes, x, y, yours, expected, title):
    """Draw points and both curves."""
    axes.plot(x, y, "o", color=GREY, markersize=4, label=str(POINTS))
    axes.plot(GRID, expected, label=str(EXPECTED_LABEL), **DASHED)
    axes.plot(GRID, yours, color=YOURS, label=str(YOURS_LABEL))
    axes.set_ylim(-2, 2)
    axes.set_title(title)
    axes.grid(color=LIGHT)


@figure(task=1)
def draw_line(student):
    """Draw the line through fifteen points."""
    x, y = points()
    w, b = student.fit_linear(x[:, None], y.copy())
    w, b = numbers(w, (1,)), float(numbers(b, ()))
    best, start = regression.fit_linear(x[:, None], y)
    yours, expected = w[0] * GRID + b, best[0] * GRID + start
    about = Text(
        f"Your line is {w[0]:.3g} x + {b:.3g}.", f"내 직선은 {w[0]:.3g} x + {b:.3g}입니다."
    )
    picture = Picture(
        Text("A line through fifteen points", "점 열다섯 개를 지나는 직선"),
        joined(about, agreement(yours, expected)),
        height=2.6,
    )
    fitted(picture.axes[0], x, y, yours, expected, "")
    picture.legend()
    yield picture


@figure(task=3)
def draw_ridge(student):
    """Draw a polynomial of degree 9 with and without a penalty."""
    x, y = points()
    powers = x[:, None] ** np.arange(1, DEGREE + 1)
    grid = GRID[:, None] ** np.arange(1, DEGREE + 1)
    drawn, said = [], []
    for alpha in (1e-4, 1.0):
        w, b = student.fit_ridge(powers.copy(), y.copy(), alpha)
        w, b = numbers(w, (DEGREE,)), float(numbers(b, ()))
        best, start = regression.fit_ridge(powers, y, alpha)
        curves = grid @ w + b, grid @ best + start
        drawn.append((alpha, *curves))
        said.append(joined(Text(f"alpha = {alpha:g}:", f"alpha = {alpha:g}:"), agreement(*curves)))
    picture = Picture(
        Text("Degree 9, with a small and a large penalty", "9차 다항식에 작은 벌점과 큰 벌점"),
        joined(
            Text("A large alpha makes the curve calm.", "alpha가 크면 곡선이 완만해집니다."),
            *said,
        ),
        columns=2,
        height=2.6,
    )
    for axes, (alpha, yours, expected) in zip(picture.axes, drawn, strict=True):
        fitted(axes, x, y, yours, expected, f"alpha = {alpha:g}")
    picture.legend()
    yield picture
