"""Figures of exercise1: the lecture's curves, yours over the oracle's."""

import numpy as np

from grader.suite import Text, figure
from grader.suite.picture import (
    EXPECTED,
    EXPECTED_LABEL,
    YOURS,
    YOURS_LABEL,
    Picture,
    agreement,
    compare_curves,
    joined,
    numbers,
)
from reference import activations

GRID = np.linspace(-6.0, 6.0, 121)


def curves(student, title, *names):
    """Draw each of these functions between -6 and 6, and say how far it is from the oracle's."""
    drawn = {}
    for name in names:
        yours = numbers(getattr(student, name)(GRID.copy()), GRID.shape)
        drawn[name] = yours, np.asarray(getattr(activations, name)(GRID), dtype=float)
    said = [
        joined(Text(f"{name}:", f"{name}:"), agreement(yours, expected))
        for name, (yours, expected) in drawn.items()
    ]
    about = Text(
        "Curves for x from -6 to 6, yours solid, the expected one dashed.",
        "x가 -6에서 6까지일 때의 곡선입니다. 실선은 내 코드, 점선은 기대한 값입니다.",
    )
    picture = Picture(title, joined(about, *said), columns=len(names), height=2.6)
    for axes, (name, (yours, expected)) in zip(picture.axes, drawn.items(), strict=True):
        compare_curves(axes, GRID, yours, expected, name)
    picture.legend()
    return picture


@figure(task=1)
def draw_step(student):
    """Draw the jump at 0."""
    yield curves(student, Text("The step function", "계단 함수"), "step")


@figure(task=2)
def draw_sigmoid_and_tanh(student):
    """Draw both S-shaped curves."""
    yield curves(student, Text("Sigmoid and tanh", "시그모이드와 tanh"), "sigmoid", "tanh")


@figure(task=3)
def draw_slope(student):
    """Draw the slope of the sigmoid, largest at 0."""
    yield curves(student, Text("The slope of the sigmoid", "시그모이드의 기울기"), "sigmoid_grad")


@figure(task=4)
def draw_relu(student):
    """Draw the ReLU and its slope."""
    yield curves(student, Text("ReLU and its slope", "ReLU와 그 기울기"), "relu", "relu_grad")


@figure(task=4)
def draw_leaky_relu(student):
    """Draw the leaky ReLU, whose left side is hardly seen at 0.01."""
    yield curves(student, Text("Leaky ReLU", "leaky ReLU"), "leaky_relu")


@figure(task=5)
def draw_softmax(student):
    """Draw the probabilities of the README's scores as bars."""
    scores = np.array([3.0, 1.5, 0.3])
    expected = activations.softmax(scores)
    yours = numbers(student.softmax(scores.copy()), scores.shape)
    listed = ", ".join(f"{value:.3g}" for value in yours)
    about = Text(
        f"Bars for the scores 3.0, 1.5 and 0.3. Your probabilities are {listed}.",
        f"점수 3.0, 1.5, 0.3의 막대그래프입니다. 내 확률은 {listed}입니다.",
    )
    title = Text("Three scores become probabilities", "점수 세 개가 확률이 됩니다")
    picture = Picture(title, joined(about, agreement(yours, expected)), height=2.6)
    axes, places = picture.axes[0], np.arange(3)
    axes.bar(places - 0.2, yours, 0.38, color=YOURS, label=str(YOURS_LABEL))
    axes.bar(places + 0.2, expected, 0.38, color=EXPECTED, label=str(EXPECTED_LABEL))
    axes.set_xticks(places, [str(score) for score in scores])
    axes.set_ylim(0, 1.2)
    axes.set_xlabel(str(Text("score", "점수")))
    axes.set_ylabel(str(Text("probability", "확률")))
    picture.legend()
    yield picture
