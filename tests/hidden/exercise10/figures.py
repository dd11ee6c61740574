"""Figures of exercise10: how much gradient each of ten layers gets."""

import numpy as np

from grader.suite import Text, figure
from grader.suite.picture import (
    DASHED,
    EXPECTED_LABEL,
    LIGHT,
    YOURS,
    YOURS_LABEL,
    Picture,
    agreement,
    joined,
    numbers,
)
from reference import vanishing

LAYERS, UNITS = 10, 20
ACTIVATIONS = ("sigmoid", "tanh", "relu")


@figure(task=2)
def draw_norms(student):
    """Draw the norm of the gradient of each layer, for three activations."""
    rng = np.random.default_rng(10)
    weights = [rng.normal(0, UNITS**-0.5, (UNITS, UNITS)) for _layer in range(LAYERS)]
    x, number = rng.normal(size=(8, UNITS)), np.arange(1, LAYERS + 1)
    yours, expected = {}, {}
    for name in ACTIVATIONS:
        found = student.gradient_norms([W.copy() for W in weights], x.copy(), name)
        yours[name] = numbers(found, (LAYERS,))
        expected[name] = vanishing.gradient_norms(weights, x, name)
    said = [
        joined(Text(f"{name}:", f"{name}:"), agreement(yours[name], expected[name]))
        for name in ACTIVATIONS
    ]
    about = Text(
        "Ten layers, the first on the left, on a logarithmic scale. The sigmoid leaves the first "
        "layers almost no gradient.",
        "왼쪽이 첫 번째인 열 개 층의 로그 눈금 그래프입니다. 시그모이드는 앞쪽 층에 기울기를 거의 "
        "남기지 않습니다.",
    )
    picture = Picture(
        Text("The gradient of each of ten layers", "열 개 층 각각의 기울기"),
        joined(about, *said),
        columns=3,
        height=2.4,
    )
    for axes, name in zip(picture.axes, ACTIVATIONS, strict=True):
        axes.semilogy(number, expected[name], label=str(EXPECTED_LABEL), **DASHED)
        axes.semilogy(number, np.abs(yours[name]), color=YOURS, label=str(YOURS_LABEL))
        axes.set_ylim(1e-9, 10)
        axes.minorticks_off()
        axes.set_yticks([1e-8, 1e-4, 1.0], ["1e-8", "1e-4", "1"])
        axes.set_title(name)
        axes.set_xlabel(str(Text("layer", "층")))
        axes.set_xticks([1, 5, 10])
        axes.grid(color=LIGHT)
    picture.legend()
    yield picture
