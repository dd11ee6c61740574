"""Hidden suite of exercise10: how much of the gradient reaches the first layer.

Weights have a standard deviation of 1 and every dimension is different, so that slopes differ from
unit to unit and no transposed matrix fits. Where it matters whether a sum is exactly 0, all numbers
are whole or powers of two, and nothing is rounded in whatever order a student adds. Where a check
makes several calls, it makes all of them before it states anything: what each call returned then
tells the mistakes apart, whichever statement fails first.
"""

import itertools

import numpy as np
import pytest

from grader.suite import expect
from reference import vanishing


def stack(rng, n, *widths, gain=1.0):
    """Draw the weights of layers of these widths, and n rows of input."""
    weights = [gain * rng.standard_normal(shape) for shape in itertools.pairwise(widths)]
    return weights, rng.standard_normal((n, widths[0]))


def whole(rng, largest, shape):
    """Draw whole numbers of both signs, and 0."""
    return rng.integers(-largest, largest + 1, shape)


def match_norms(student, rng, activation, sizes, **options):
    """State that the norms are right for a network of each of these sizes: rows, then widths."""
    answers = [
        expect(student.gradient_norms)(*stack(rng, *size, **options), activation) for size in sizes
    ]
    for answer in answers:
        answer.to_match(vanishing.gradient_norms)


# Task 1


@pytest.mark.task(1, points=1)
def test_bound_of_any_depth(student, rng):
    """Each further layer makes a quarter of the bound: 1 for no layer, 0.25 for one, and so on.

    층이 하나 늘 때마다 상한은 4분의 1이 됩니다. 층이 없으면 1, 하나면 0.25입니다.
    """
    depths = [0, 1, 2, 3, 10, int(rng.integers(4, 10)), int(rng.integers(20, 40))]
    answers = [expect(student.bound)(depth) for depth in depths]
    for depth, answer in zip(depths, answers, strict=True):
        # Without an absolute tolerance: 0.25^40 is below it.
        answer.to_match(vanishing.bound(depth), rtol=1e-9, atol=0)


# Task 2


@pytest.mark.task(2, points=1)
def test_norms_of_sigmoid_layers(student, rng):
    """The norm of every layer's gradient is right for the sigmoid, first layer first.

    시그모이드에서 모든 층의 기울기의 노름이 올바르고, 첫째 층부터 차례로 있습니다.
    """
    match_norms(student, rng, "sigmoid", [(4, 6, 5, 7, 3), (5, 3, 8, 4, 2, 6), (3, 4, 6, 2)])


@pytest.mark.task(2, points=1)
def test_norms_of_tanh_layers(student, rng):
    """The norm of every layer's gradient is right for tanh.

    tanh에서 모든 층의 기울기의 노름이 올바릅니다.
    """
    match_norms(student, rng, "tanh", [(4, 6, 5, 7, 3), (5, 3, 8, 4, 2, 6), (3, 4, 6, 2)])


@pytest.mark.task(2, points=1)
def test_norms_of_relu_layers(student, rng):
    """The norm of every layer's gradient is right for the ReLU.

    ReLU에서 모든 층의 기울기의 노름이 올바릅니다.
    """
    match_norms(student, rng, "relu", [(4, 6, 8, 7, 5), (5, 4, 9, 8, 6, 7), (3, 5, 10, 6)])


@pytest.mark.task(2, points=1)
def test_norms_of_one_layer_and_of_one_row(student, rng):
    """One layer is enough, one row is enough, and a batch written down twice has the same norms.

    층 하나, 행 하나도 됩니다. 같은 배치를 두 번 이어 붙여도 노름은 같습니다.
    """
    weights, x = stack(rng, 5, 4, 6, 3)
    calls = [
        (*stack(rng, 4, 5, 3), "sigmoid"),
        (*stack(rng, 1, 4, 6, 5, 3), "tanh"),
        (weights, x, "sigmoid"),
        (weights, np.tile(x, (2, 1)), "sigmoid"),
    ]
    answers = [expect(student.gradient_norms)(*call) for call in calls]
    for answer in answers:
        answer.to_match(vanishing.gradient_norms)


@pytest.mark.task(2, points=1)
def test_norms_where_sums_are_zero(student, rng):
    """Where a weighted sum is exactly 0, the slope of the ReLU is 0.

    가중합이 정확히 0이면 ReLU의 기울기는 0입니다.
    """
    calls = []
    for n, widths in ((6, (4, 8, 3)), (5, (2, 7, 4))):
        # Sums of an even number of ±1: many are 0.
        signs = [rng.choice([-1.0, 1.0], shape) for shape in itertools.pairwise(widths)]
        x = rng.choice([-1.0, 1.0], (n, widths[0]))
        signs[0][:, 0] = x[0]  # so that this unit is alive, and something is left to measure
        signs[1][0] = 9.0
        calls.append((signs, x, "relu"))
    answers = [expect(student.gradient_norms)(*call) for call in calls]
    for answer in answers:
        answer.to_match(vanishing.gradient_norms)


@pytest.mark.task(2, points=1)
def test_norms_of_large_sums(student, rng):
    """A weighted sum of several thousand makes no NaN: sigmoid and tanh are flat there.

    가중합이 수천이어도 NaN이 나오지 않습니다. 시그모이드와 tanh는 그곳에서 평평합니다.
    """
    answers = []
    for activation in ("sigmoid", "tanh", "relu"):
        weights, x = stack(rng, 5, 4, 7, 3)
        steep = 2000 * np.sign(x[0]) / np.abs(x[0]).sum()
        weights[0][:, :2] = np.stack([steep, -steep], axis=1)  # in the first row 2000 and -2000
        answers.append(expect(student.gradient_norms)(weights, x, activation))
    for answer in answers:
        answer.to_match(vanishing.gradient_norms)


@pytest.mark.task(2, points=1)
def test_norms_of_whole_numbers(student, rng):
    """Integers count as floats, and the list, its matrices and x are the same after the call.

    정수는 실수형으로 다루고, 리스트와 그 안의 행렬, x는 호출이 끝난 뒤에도 그대로입니다.
    """
    calls = []
    for activation in ("sigmoid", "relu"):
        weights = [whole(rng, 1, (4, 9)), whole(rng, 1, (9, 6)), whole(rng, 1, (6, 5))]
        calls.append((weights, whole(rng, 2, (7, 4)), activation))
        calls.append((*stack(rng, 4, 5, 6, 7, 3), activation))
    answers = [expect(student.gradient_norms)(*call) for call in calls]
    for answer in answers:
        answer.to_match(vanishing.gradient_norms).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=1)
def test_norms_of_ten_layers(student, rng):
    """Ten layers of 100 units: to the first, the sigmoid leaves not even a 100,000th part.

    노드 100개짜리 층 열 개를 거치면, 시그모이드는 첫째 층에 10만분의 1도 남기지 않습니다.
    """
    match_norms(student, rng, "sigmoid", [(4, *[100] * 11)], gain=np.sqrt(1 / 100))
    match_norms(student, rng, "tanh", [(4, *[100] * 11)], gain=np.sqrt(1 / 100))
    match_norms(student, rng, "relu", [(4, *[100] * 11)], gain=np.sqrt(2 / 100))


# Task 3


def layer(rng, n, inputs):
    """Draw a layer with three dead units, three that one row wakes, and three that never rest."""
    x, W = rng.standard_normal((n, inputs)), rng.standard_normal((inputs, 9))
    sums = np.sort(x @ W, axis=0)
    gap = rng.uniform(0.1, 1.0, 9)
    b = np.where(
        np.arange(9) < 3,
        -sums[-1] - gap,
        np.where(np.arange(9) < 6, -(sums[-1] + sums[-2]) / 2, -sums[0] + gap),
    )
    order = rng.permutation(9)
    return x, W[:, order], b[order]


@pytest.mark.task(3, points=1)
def test_dead_units_of_random_layers(student, rng):
    """A unit is dead if it is 0 for every row; a single row that wakes it is enough to live.

    모든 행에서 0인 노드가 죽은 노드입니다. 한 행이라도 깨우면 살아 있습니다.
    """
    calls = [layer(rng, 6, 4), layer(rng, 5, 7), layer(rng, 12, 3)]
    answers = [expect(student.dead_units)(*call) for call in calls]
    for answer in answers:
        answer.to_match(vanishing.dead_units)


@pytest.mark.task(3, points=1)
def test_dead_units_at_the_border(student, rng):
    """Exactly 0 in every row is dead, and a positive output is alive, however small it is.

    모든 행에서 정확히 0이면 죽은 노드이고, 출력이 양수이면 아무리 작아도 살아 있습니다.
    """
    calls = []
    for n, inputs in ((5, 3), (4, 6)):
        x, W = 1.0 * whole(rng, 3, (n, inputs)), 1.0 * whole(rng, 3, (inputs, 8))
        W[:, 7] = 0.0  # a unit that no input reaches: its bias alone decides
        best = (x @ W).max(axis=0)
        # The largest output of a unit is one of these, and no sum is rounded.
        tops = np.array([0.0, 2.0**-40, -(2.0**-40), 0.5, 0.0, 2.0**-20, -0.5])
        b = np.append(rng.permutation(tops), rng.choice([0.0, 0.5])) - best
        order = rng.permutation(8)
        calls.append((x, W[:, order], b[order]))
    answers = [expect(student.dead_units)(*call) for call in calls]
    for answer in answers:
        answer.to_match(vanishing.dead_units)


@pytest.mark.task(3, points=1)
def test_dead_units_of_whole_numbers(student, rng):
    """Integers and a single row will do, and x, W and b are the same after the call.

    정수여도, 행이 하나여도 되고, x와 W, b는 호출이 끝난 뒤에도 그대로입니다.
    """
    single, W, b = layer(rng, 3, 5)
    calls = [
        (whole(rng, 3, (3, 4)), whole(rng, 3, (4, 10)), whole(rng, 5, 10) - 3),
        (single[:1], W, b),
        layer(rng, 4, 6),
    ]
    answers = [expect(student.dead_units)(*call) for call in calls]
    for answer in answers:
        answer.to_match(vanishing.dead_units).to_leave_arguments_unchanged()
