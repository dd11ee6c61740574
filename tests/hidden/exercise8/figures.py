"""Figures of exercise8: a training on MNIST, what the network then confuses, and which digits."""

import numpy as np

from grader.datasets import load_mnist
from grader.suite import Text, figure
from grader.suite.picture import (
    DASHED,
    GREY,
    LIGHT,
    YOURS,
    YOURS_LABEL,
    Picture,
    Undrawable,
    numbers,
)

ROUNDS, STEPS, BATCH, LR, ROWS = 6, 200, 100, 1.0, 20_000  # the training of the last check
THRESHOLD = 0.93
LECTURE = ([0, 600, 1200], [0.1028, 0.7937, 0.8823])  # deck 001: test accuracy at lr 0.1
SHOWN = 12
STEP = Text("step", "단계")


@figure(task=4)
def draw_training(student, rng):
    """Train as the last check does; draw the curves, the confusions and some misread digits."""
    (images, digits), (test_images, test_digits) = load_mnist()
    x, t = student.keep(images[:ROWS]), student.keep(np.eye(10)[digits[:ROWS]])
    tests = student.keep(test_images)
    first, then = (int(rng.integers(2**31)) for _ in range(2))
    net = student.TwoLayerNet(784, 50, 10, rng=student.rng(first))
    generator = student.rng(then)
    read = [probabilities(net, tests)]
    losses = []
    for _round in range(ROUNDS):
        losses.append(numbers(student.train(net, x, t, STEPS, BATCH, LR, generator), (STEPS,)))
        read.append(probabilities(net, tests))
    accuracies = [float(np.mean(y.argmax(axis=1) == test_digits)) for y in read]
    yield curves(np.concatenate(losses), accuracies)
    yield confusions(read[-1], test_digits)
    yield misread(read[-1], test_images, test_digits)


def probabilities(net, tests):
    """Return what the network makes of the test images."""
    y = numbers(net.predict(tests), (10000, 10))
    return np.nan_to_num(y, nan=-1.0)


def curves(losses, accuracies):
    """Draw the loss of each step, and the accuracy before the first and after each epoch."""
    picture = Picture(
        Text("Six epochs of training", "여섯 에폭의 학습"),
        Text(
            f"The mean loss goes from {losses[:20].mean():.3g} in the first 20 steps to "
            f"{losses[-20:].mean():.3g} in the last 20. The test accuracy is "
            f"{', '.join(f'{each:.1%}' for each in accuracies)}, each 200 steps; wanted are 93%. "
            "The lecture's training with lr 0.1 has 10.3%, 79.4% and 88.2% after 0, 600 and 1200.",
            f"평균 손실은 처음 20단계의 {losses[:20].mean():.3g}에서 마지막 20단계의 "
            f"{losses[-20:].mean():.3g}까지 갑니다. 테스트 정확도는 200단계마다 "
            f"{', '.join(f'{each:.1%}' for each in accuracies)}이고 93%가 필요합니다. lr이 0.1인 "
            "강의의 학습은 0, 600, 1200단계에서 10.3%, 79.4%, 88.2%입니다.",
        ),
        columns=2,
        height=2.6,
    )
    left, right = picture.axes
    left.plot(np.arange(10, len(losses), 20), losses.reshape(-1, 20).mean(axis=1), color=YOURS)
    left.set_title(str(Text("loss", "손실")))
    left.set_ylim(0, 2.5)
    steps = STEPS * np.arange(ROUNDS + 1)
    right.axhline(THRESHOLD, color=GREY, linestyle=":", label=str(Text("wanted", "기준")))
    right.plot(*LECTURE, marker="s", label=str(Text("lecture, lr 0.1", "강의, lr 0.1")), **DASHED)
    right.plot(steps, accuracies, "o-", color=YOURS, label=str(YOURS_LABEL))
    right.set_title(str(Text("test accuracy", "테스트 정확도")))
    right.set_ylim(0, 1)
    for axes in picture.axes:
        axes.set_xlabel(str(STEP))
        axes.set_xticks([0, 400, 800, 1200])
        axes.grid(color=LIGHT)
    picture.legend()
    return picture


def confusions(y, digits):
    """Draw how often each digit is read as each other one."""
    counts = np.zeros((10, 10), dtype=int)
    np.add.at(counts, (digits, y.argmax(axis=1)), 1)
    wrong = counts - np.diag(counts.diagonal())
    digit, taken = np.unravel_index(wrong.argmax(), wrong.shape)
    picture = Picture(
        Text("Which digits it confuses", "어떤 숫자를 혼동하는가"),
        Text(
            f"A table of the digits shown and the digits read. {wrong.sum()} of 10,000 are wrong, "
            f"a {digit} is taken for a {taken} most often: {wrong.max()} times.",
            f"보여 준 숫자와 읽은 숫자의 표입니다. 10,000개 가운데 {wrong.sum()}개를 잘못 읽으며, "
            f"{digit} → {taken} 혼동이 {wrong.max()}번으로 가장 많습니다.",
        ),
        height=3.8,
    )
    axes = picture.axes[0]
    axes.imshow(wrong, cmap="Oranges", vmax=max(2 * wrong.max(), 1), interpolation="none")
    for row in range(10):
        for column in range(10):
            if counts[row, column]:
                axes.text(
                    column, row, str(counts[row, column]), ha="center", va="center", fontsize=7
                )
    axes.set_xticks(range(10))
    axes.set_yticks(range(10))
    axes.set_xlabel(str(Text("read as", "읽은 숫자")))
    axes.set_ylabel(str(Text("digit", "숫자")))
    return picture


def misread(y, images, digits):
    """Draw the misread digits the network is surest of."""
    taken, sure = y.argmax(axis=1), y.max(axis=1)
    wrong = np.flatnonzero(taken != digits)
    if not len(wrong):
        raise Undrawable("nothing is misread")
    worst = wrong[np.argsort(-sure[wrong], kind="stable")][:SHOWN]
    said = ", ".join(f"{digits[row]}→{taken[row]}" for row in worst)
    picture = Picture(
        Text("Misread, and most sure of it", "확신하면서 잘못 읽은 숫자"),
        Text(
            f"Images of misread digits, the digit and what it was taken for: {said}.",
            f"잘못 읽은 숫자의 그림, 그 숫자와 읽은 결과: {said}.",
        ),
        rows=2,
        columns=SHOWN // 2,
        height=2.4,
    )
    for axes in picture.axes:
        axes.set_axis_off()
    for axes, row in zip(picture.axes, worst, strict=False):
        axes.imshow(images[row].reshape(28, 28), cmap="gray_r", interpolation="none")
        axes.set_title(f"{digits[row]} → {taken[row]}")
    return picture
