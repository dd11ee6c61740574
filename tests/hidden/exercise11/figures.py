"""Figures of exercise11: the way of each optimiser down the README's valley, x²/20 + y²."""

import numpy as np

from grader.suite import Text, figure
from grader.suite.picture import (
    DASHED,
    EXPECTED_LABEL,
    GREY,
    YOURS,
    YOURS_LABEL,
    Picture,
    agreement,
    joined,
    numbers,
)
from reference import optimisers

START, STEPS = np.array([-7.0, 2.0]), 30


def slope(x):
    """The gradient of x²/20 + y²"""
    return x * np.array([0.1, 2.0])


def walk(optimiser, params, read):
    """Take the steps; return all places."""
    places = [START]
    for _step in range(STEPS):
        optimiser.update(params, {"x": slope(places[-1])})
        places.append(read(params))
    return np.array(places)


def trajectory(student, name, *settings):
    """Draw the way of an optimiser, yours over the oracle's."""
    own = getattr(student, name)(*settings)
    array = student.keep(START.copy())
    kept = student.keep({"x": array})
    path = walk(own, kept, lambda params: numbers(params["x"], (2,)))
    twin = getattr(optimisers, name)(*settings)
    expected = walk(twin, {"x": START.copy()}, lambda params: params["x"].copy())
    last = path[-1]
    shown = ", ".join(map(str, settings))
    picture = Picture(
        Text(f"{name}({shown}): {STEPS} steps", f"{name}({shown}): {STEPS}단계"),
        joined(
            Text(
                f"A valley, steep in y and flat in x, lowest at (0, 0). From (-7, 2) you come to "
                f"({last[0]:.3g}, {last[1]:.3g}).",
                f"y 방향은 가파르고 x 방향은 완만하며 (0, 0)이 가장 낮은 골짜기입니다. (-7, 2)에서 "
                f"({last[0]:.3g}, {last[1]:.3g})까지 갑니다.",
            ),
            agreement(path, expected),
        ),
        height=2.6,
    )
    axes = picture.axes[0]
    X, Y = np.meshgrid(np.linspace(-8, 8, 50), np.linspace(-3, 3, 40))
    levels = [0.1, 0.4, 1, 2, 3.5, 5.5, 8]
    axes.contour(X, Y, X**2 / 20 + Y**2, levels=levels, colors=GREY, linewidths=0.6)
    axes.plot(*expected.T, label=str(EXPECTED_LABEL), **DASHED)
    axes.plot(*path.T, "o-", color=YOURS, markersize=3, label=str(YOURS_LABEL))
    axes.plot([0], [0], "*", color=GREY, markersize=12)
    axes.set_xlim(-8, 8)
    axes.set_ylim(-3, 3)
    axes.set_xlabel("x")
    axes.set_ylabel("y")
    picture.legend()
    return picture


@figure(task=1)
def draw_sgd(student):
    """Draw the zigzag of SGD."""
    yield trajectory(student, "SGD", 0.95)


@figure(task=2)
def draw_momentum(student):
    """Draw the swing of momentum."""
    yield trajectory(student, "Momentum", 0.1)


@figure(task=3)
def draw_adagrad(student):
    """Draw the way of AdaGrad."""
    yield trajectory(student, "AdaGrad", 1.5)


@figure(task=4)
def draw_rmsprop(student):
    """Draw the way of RMSprop."""
    yield trajectory(student, "RMSprop", 0.1)


@figure(task=5)
def draw_adam(student):
    """Draw the way of Adam."""
    yield trajectory(student, "Adam", 0.3)
