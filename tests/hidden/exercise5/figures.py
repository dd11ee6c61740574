"""Figures of exercise5: the boundary that training finds, and the loss on the way."""

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
from reference import logistic

STEPS, LR = 60, 0.3
STEP = Text("step", "단계")


def clouds():
    """Return two clouds of points, the same in every report."""
    rng = np.random.default_rng(5)
    X = np.concatenate([rng.normal(-1.0, 0.8, (30, 2)), rng.normal(1.0, 0.8, (30, 2))])
    return X, np.repeat([0.0, 1.0], 30)


def boundary(axes, w, b, label, **style):
    """Draw the line at which the probability is ½."""
    if abs(w[1]) > 1e-9:
        x = np.array([-4.0, 4.0])
        axes.plot(x, -(w[0] * x + b) / w[1], label=label, **style)


@figure(task=4)
def draw_training(student):
    """Draw the boundary after training, and the losses of all steps."""
    X, t = clouds()
    w, b, losses = student.fit(X, t, np.zeros(2), 0.0, LR, STEPS)
    w, b, losses = numbers(w, (2,)), float(numbers(b, ())), numbers(losses, (STEPS,))
    best_w, best_b, expected = logistic.fit(X, t, np.zeros(2), 0.0, LR, STEPS)
    read = float(np.mean((X @ w + b > 0) == t))
    about = Text(
        f"Sixty points of two classes: your line tells {read:.0%} of them apart. Your loss goes "
        f"from {losses[0]:.3g} to {losses[-1]:.3g} in {STEPS} steps.",
        f"두 클래스의 점 60개 가운데 내 직선이 {read:.0%}를 구분합니다. 손실은 {STEPS}단계 동안 "
        f"{losses[0]:.3g}에서 {losses[-1]:.3g}까지 갑니다.",
    )
    picture = Picture(
        Text("The boundary, and the loss on the way", "결정 경계와 그때까지의 손실"),
        joined(about, agreement(losses, expected)),
        columns=2,
        height=2.8,
    )
    left, right = picture.axes
    left.plot(*X[t == 0].T, "o", color=GREY, markersize=4, label="t = 0")
    left.plot(*X[t == 1].T, "^", color="#14703f", markersize=4, label="t = 1")
    boundary(left, best_w, best_b, str(EXPECTED_LABEL), **DASHED)
    boundary(left, w, b, str(YOURS_LABEL), color=YOURS)
    left.set_xlim(-3.5, 3.5)
    left.set_ylim(-3.5, 3.5)
    right.plot(expected, **DASHED)
    right.plot(losses, color=YOURS)
    low, high = np.nanmin(losses), np.nanmax(losses)
    right.set_ylim(max(min(low, 0.0), -1.0), min(max(high, 0.8), 4.0))
    right.set_xlabel(str(STEP))
    right.set_title(str(Text("loss", "손실")))
    right.grid(color=LIGHT)
    picture.legend()
    yield picture


@figure(task=5)
def draw_elbow(student):
    """Draw a loss curve, and the point that your code calls its elbow."""
    losses = 2.0 * np.exp(-np.arange(40) / 6.0) + 0.2
    index = int(numbers(student.elbow(losses.copy()), ()))
    best = logistic.elbow(losses)
    picture = Picture(
        Text("The elbow of a loss curve", "손실 곡선의 팔꿈치"),
        Text(
            f"A falling curve of 40 losses. Your elbow is at index {index}, the expected one at "
            f"{best}, farthest below the line between the ends.",
            f"손실 40개가 줄어드는 곡선입니다. 내 팔꿈치는 {index}번, 기대한 팔꿈치는 양 끝을 이은 "
            f"직선에서 가장 아래로 떨어진 {best}번입니다.",
        ),
        height=2.6,
    )
    axes = picture.axes[0]
    axes.plot(losses, color=GREY)
    axes.plot([0, 39], losses[[0, -1]], ":", color=GREY)
    axes.plot(
        [best], [losses[best]], "o", color=EXPECTED, markersize=11, fillstyle="none",
        label=str(EXPECTED_LABEL),
    )  # fmt: skip
    if 0 <= index < len(losses):
        axes.plot([index], [losses[index]], "o", color=YOURS, label=str(YOURS_LABEL))
    axes.set_xlabel(str(STEP))
    axes.set_ylabel(str(Text("loss", "손실")))
    picture.legend()
    yield picture
