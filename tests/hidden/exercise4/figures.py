"""Figures of exercise4: where your perceptrons fire, and why XOR takes two layers."""

import numpy as np
from matplotlib.colors import ListedColormap

from grader.suite import Text, figure
from grader.suite.picture import CLASSES, GREY, INK, Picture, numbers
from reference import perceptron as oracle

SIDE = np.linspace(-0.5, 1.5, 25)
CORNERS = [(0, 0), (0, 1), (1, 0), (1, 1)]
FIRES = Text(
    "Coloured are the inputs from -0.5 to 1.5 for which your code answers 1.",
    "-0.5에서 1.5까지의 입력 가운데 내 코드가 1로 답하는 곳을 색칠했습니다.",
)


def region(answer):
    """Return which points of the grid are answered by 1."""
    values = [[numbers(answer(float(x1), float(x2)), ()) for x1 in SIDE] for x2 in SIDE]
    return np.array(values) > 0.5


def show(axes, fires, expected, title):
    """Draw the region, and at each corner of the square what the answer should be."""
    axes.imshow(
        fires, origin="lower", extent=(-0.5, 1.5, -0.5, 1.5), cmap=ListedColormap(CLASSES),
        vmin=0, vmax=1, interpolation="none",
    )  # fmt: skip
    axes.fill([], [], color=CLASSES[1], label=str(Text("your code says 1", "내 코드는 1")))
    for x1, x2 in CORNERS:
        one = expected(x1, x2)
        label = Text("should be 1", "1이어야 함") if one else Text("should be 0", "0이어야 함")
        colour = INK if one else "white"
        axes.plot([x1], [x2], "o", color=colour, markeredgecolor=INK, ms=8, label=str(label))
    axes.set_title(title)
    axes.set_xticks([0, 1])
    axes.set_yticks([0, 1])


def corners(name, answer):
    """Say what the code answers at the four corners."""
    said = ", ".join(f"{int(numbers(answer(*corner), ()) > 0.5)}" for corner in CORNERS)
    return Text(
        f"{name} of (0, 0), (0, 1), (1, 0), (1, 1): {said}.",
        f"(0, 0), (0, 1), (1, 0), (1, 1)에서 {name}: {said}.",
    )


def gates(student, title, *names):
    """Draw where each gate is 1."""
    own = {name: getattr(student, name) for name in names}
    said = [corners(name, answer) for name, answer in own.items()]
    about = Text(
        " ".join([FIRES.en, *(each.en for each in said)]),
        " ".join([FIRES.ko, *(each.ko for each in said)]),
    )
    picture = Picture(title, about, columns=len(names), height=2.4)
    for axes, (name, answer) in zip(picture.axes, own.items(), strict=True):
        show(axes, region(answer), getattr(oracle, name), name)
    picture.legend()
    return picture


@figure(task=1)
def draw_perceptron(student):
    """Draw where the lecture's NAND neuron fires, and the line at which its sum is 0."""
    w, b = np.array([-2.0, -2.0]), 3.0

    def answer(x1, x2):
        return student.perceptron(np.array([x1, x2]), w, b)

    picture = Picture(
        Text("The perceptron with w = (-2, -2), b = 3", "w = (-2, -2), b = 3인 퍼셉트론"),
        Text(
            FIRES.en + " The line is where w·x + b is 0. " + corners("perceptron", answer).en,
            FIRES.ko + " 직선에서는 w·x + b가 0입니다. " + corners("perceptron", answer).ko,
        ),
        height=2.8,
    )
    axes = picture.axes[0]
    show(axes, region(answer), oracle.NAND, "")
    axes.plot([0.0, 1.5], [1.5, 0.0], color=GREY, label="w·x + b = 0")
    picture.legend()
    yield picture


@figure(task=2)
def draw_gates(student):
    """Draw the three gates side by side."""
    title = Text("Three gates, each one straight line", "직선 하나로 나뉘는 세 게이트")
    yield gates(student, title, "AND", "NAND", "OR")


@figure(task=3)
def draw_xor(student):
    """Draw XOR, which no single line can do."""
    yield gates(
        student, Text("XOR takes more than one line", "XOR에는 직선 하나로 부족합니다"), "XOR"
    )
