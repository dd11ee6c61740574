"""Hidden suite of exercise1: the activation functions and the forward pass.

A check makes all of its calls before it states anything, the most telling call first: what the
calls returned then tells one mistake from another, whichever statement fails.
"""

from itertools import pairwise

import numpy as np
import pytest

from grader.suite import Text, common, expect
from reference import activations

# An epsilon of 1e-7 in the denominator of a softmax does no harm, so probabilities are
# compared a little more loosely than everything else.
PROBABILITY = {"rtol": 1e-6, "atol": 1e-12}


def mirrored(rng):
    """Eleven numbers in order, symmetric about 0."""
    right = np.sort(rng.uniform(0.5, 4.0, 5))
    return np.concatenate([-right[::-1], [0.0], right])


def signed_with_zeros(rng):
    """Small and large numbers of both signs, and zeros, in random order."""
    small, large = rng.uniform(0.2, 0.8, 2), rng.uniform(1.5, 4.0, 2)
    return rng.permutation(np.concatenate([small, large, -small - 1, -large, [0.0, 0.0]]))


# Task 1

test_step_is_an_activation = common.activation("step", activations.step, task=1, points=0.5)


@pytest.mark.task(1, points=1)
def test_step_is_0_at_0(student, rng):
    """step is 1 above 0, and 0 below 0 and at 0.

    step은 0보다 크면 1이고, 0보다 작거나 0이면 0입니다.
    """
    answers = [expect(student.step)(signed_with_zeros(rng)) for _ in range(2)]
    for answer in answers:
        answer.to_match(activations.step)


# Task 2

test_sigmoid_is_an_activation = common.activation(
    "sigmoid", activations.sigmoid, task=2, points=0.5
)
test_tanh_is_an_activation = common.activation("tanh", activations.tanh, task=2, points=0.25)


@pytest.mark.task(2, points=1)
def test_sigmoid_rises_symmetrically(student, rng):
    """The sigmoid rises everywhere, and sigmoid(-x) is 1 - sigmoid(x).

    시그모이드는 어디서나 증가하고, sigmoid(-x)는 1 - sigmoid(x)입니다.
    """
    x = mirrored(rng)
    answer = expect(student.sigmoid)(x).to_have_shape(x.shape)
    answer.to_satisfy(
        lambda y: np.all(np.diff(y) > 0),
        Text("sigmoid(x) rises with x", "x가 커지면 sigmoid(x)도 커집니다"),
    )
    answer.to_satisfy(
        lambda y: np.allclose(y[::-1], 1 - y, rtol=1e-9), "sigmoid(-x) = 1 - sigmoid(x)"
    )
    answer.to_match(activations.sigmoid)


@pytest.mark.task(2, points=1)
def test_tanh_is_a_stretched_sigmoid(student, rng):
    """tanh(x) is 2 sigmoid(2x) - 1: an S-curve from -1 to 1 that passes through 0.

    tanh(x)는 2 sigmoid(2x) - 1입니다. 0을 지나며 -1에서 1까지 올라가는 S자 곡선입니다.
    """
    x = mirrored(rng)
    expect(student.tanh)(x).to_match(2 * activations.sigmoid(2 * x) - 1)


# Task 3

test_sigmoid_grad_is_an_activation = common.activation(
    "sigmoid_grad", activations.sigmoid_grad, task=3, points=0.25
)


@pytest.mark.task(3, points=1)
def test_sigmoid_grad_is_the_slope_at_x(student, rng):
    """sigmoid_grad(x) is the slope of the sigmoid at x: 0.10499 at x = 2.

    sigmoid_grad(x)는 x에서 시그모이드의 기울기입니다. x = 2에서 0.10499입니다.
    """
    x = np.array([2.0, *(rng.uniform(1.0, 4.0, 4) * [1, -1, 1, -1])])
    expect(student.sigmoid_grad)(x).to_match(activations.sigmoid_grad)


@pytest.mark.task(3, points=1)
def test_largest_slope_is_a_quarter(student, rng):
    """The slope of the sigmoid is 0.25 at 0, smaller elsewhere, and the same at x and -x.

    시그모이드의 기울기는 0에서 0.25이고, 다른 곳에서는 더 작으며, x와 -x에서 같습니다.
    """
    x = mirrored(rng)
    answer = expect(student.sigmoid_grad)(x).to_have_shape(x.shape)
    answer.to_satisfy(
        lambda y: y.argmax() == 5, Text("the slope is largest at 0", "기울기는 0에서 가장 큽니다")
    )
    answer.to_satisfy(
        lambda y: np.allclose(y, y[::-1], rtol=1e-9),
        Text("the slope at -x is that at x", "-x에서의 기울기는 x에서의 기울기와 같습니다"),
    )
    answer.to_match(activations.sigmoid_grad)


# Task 4

test_relu_is_an_activation = common.activation("relu", activations.relu, task=4, points=0.25)
test_leaky_relu_is_an_activation = common.activation(
    "leaky_relu", activations.leaky_relu, task=4, points=0.25
)


@pytest.mark.task(4, points=0.5)
def test_relu_is_0_up_to_0(student, rng):
    """relu(x) is x above 0, and 0 below 0 and at 0.

    relu(x)는 x가 0보다 크면 x이고, 0보다 작거나 0이면 0입니다.
    """
    answers = [expect(student.relu)(signed_with_zeros(rng)) for _ in range(2)]
    for answer in answers:
        answer.to_match(activations.relu)


def match_slopes(answer, x):
    """State that the answer is the slope of the ReLU at x, in any numeric type."""
    slopes = np.asarray(answer.to_have_shape(x.shape).value)
    if slopes.dtype.kind in "biu":
        slopes = slopes.astype(np.float64)
    expect.value(slopes, "relu_grad(x)").to_match(activations.relu_grad(x))


@pytest.mark.task(4, points=1)
def test_relu_grad_is_0_at_0(student, rng):
    """The slope of the ReLU is 1 above 0, and 0 below 0 and at 0, for arrays of any shape.

    ReLU의 기울기는 0보다 크면 1이고, 0보다 작거나 0이면 0입니다. 배열의 형상과는 상관없습니다.
    """
    inputs = [
        signed_with_zeros(rng),
        rng.normal(size=(3, 4)),
        rng.integers(-3, 4, (2, 3, 2)),
        np.array([-1000.0, 1000.0]),
        np.array(-rng.uniform(1, 2)),
        np.empty((0, 3)),
    ]
    answers = [expect(student.relu_grad)(x) for x in inputs]
    for x, answer in zip(inputs, answers, strict=True):
        match_slopes(answer, x)


@pytest.mark.task(4, points=0.5)
def test_relu_grad_leaves_its_argument(student, rng):
    """relu_grad builds a new array and leaves x as it was.

    relu_grad는 새 배열을 만들고 x를 그대로 둡니다.
    """
    x = signed_with_zeros(rng)
    answer = expect(student.relu_grad)(x)
    match_slopes(answer, x)
    answer.to_leave_arguments_unchanged()


@pytest.mark.task(4, points=1)
def test_leaky_relu_uses_alpha(student, rng):
    """leaky_relu(x, alpha) is alpha * x up to 0; without alpha it is 0.01 * x.

    leaky_relu(x, alpha)는 0까지 alpha * x입니다. alpha를 주지 않으면 0.01 * x입니다.
    """
    x = signed_with_zeros(rng)
    steep = expect(student.leaky_relu)(x, rng.uniform(0.2, 0.4))
    steeper = expect(student.leaky_relu)(x, rng.uniform(0.5, 0.8))
    default = expect(student.leaky_relu)(x)
    for answer in (steep, steeper, default):
        answer.to_match(activations.leaky_relu)


# Task 5


@pytest.mark.task(5, points=1.5)
def test_softmax_of_a_batch(student, rng):
    """Each row of a batch is a softmax of its own, for square and oblong batches.

    배치가 정사각형이든 아니든, 각 행은 그 행만의 소프트맥스입니다.
    """
    shapes = [(4, 4), (5, 3), (2, 6), (1, 4)]
    answers = [expect(student.softmax)(rng.normal(0, 2, shape)) for shape in shapes]
    for answer in answers:
        answer.to_match(activations.softmax, **PROBABILITY)


@pytest.mark.task(5, points=0.5)
def test_softmax_of_one_example(student, rng):
    """One example of shape (C,) gives C probabilities of shape (C,).

    형상이 (C,)인 예 하나의 결과는 형상이 (C,)인 확률 C개입니다.
    """
    answers = [expect(student.softmax)(rng.normal(0, 2, size)) for size in (5, 3, 1)]
    for answer in answers:
        answer.to_match(activations.softmax, **PROBABILITY)


@pytest.mark.task(5, points=1)
def test_softmax_of_large_scores(student):
    """Scores of 1000 and 2000 do not overflow: rows [0, 1, 2] and [2000, 2001, 2002] agree.

    1000이나 2000 같은 점수도 넘치지 않습니다. 행 [0, 1, 2]와 [2000, 2001, 2002]의 결과가 같습니다.
    """
    inputs = [
        np.array([[0.0, 1.0, 2.0], [2000.0, 2001.0, 2002.0]]),
        np.array([[-1000.0, 0.0, 1000.0], [-1000.0, -1001.0, -1000.0]]),
        np.array([1000.0, 1000.0]),
    ]
    answers = [expect(student.softmax)(x) for x in inputs]
    for answer in answers:
        answer.to_be_finite().to_match(activations.softmax, **PROBABILITY)


@pytest.mark.task(5, points=0.5)
def test_softmax_does_not_see_a_shift(student, rng):
    """Adding one number to all scores of a row changes nothing; rows add up to 1 and keep order.

    한 행의 점수에 같은 수를 더해도 결과는 같습니다. 각 행의 합은 1이고 점수의 순서를 지킵니다.
    """
    x = np.sort(rng.normal(0, 2, (3, 5)))
    shifted = x + rng.uniform(-9, 9, (3, 1))
    answers = [expect(student.softmax)(rows).to_have_shape((3, 5)) for rows in (x, shifted)]
    for answer in answers:
        answer.to_satisfy(
            lambda p: np.allclose(p.sum(axis=1), 1, rtol=1e-6),
            Text("each row sums to 1", "각 행의 합이 1입니다"),
        )
        answer.to_satisfy(
            lambda p: np.all(np.diff(p) > 0),
            Text("a larger score has a larger probability", "점수가 클수록 확률도 큽니다"),
        )
        answer.to_match(activations.softmax(x), **PROBABILITY)


@pytest.mark.task(5, points=0.5)
def test_softmax_of_integers(student, rng):
    """Scores may be integers; the probabilities are floats all the same.

    점수가 정수여도 결과는 실수인 확률입니다.
    """
    inputs = [rng.integers(-4, 5, (3, 4)), rng.integers(-4, 5, 5)]
    answers = [expect(student.softmax)(x) for x in inputs]
    for answer in answers:
        answer.to_match(activations.softmax, **PROBABILITY)


@pytest.mark.task(5, points=0.5)
def test_softmax_leaves_its_argument(student, rng):
    """softmax builds a new array and leaves the scores as they were.

    softmax는 새 배열을 만들고 점수 배열을 그대로 둡니다.
    """
    answers = [expect(student.softmax)(rng.normal(0, 2, shape)) for shape in [(3, 4), (5,)]]
    for answer in answers:
        answer.to_match(activations.softmax, **PROBABILITY).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=0.5)
def test_softmax_of_an_empty_batch(student, rng):
    """A batch of no rows, shape (0, C), gives shape (0, C), as two rows give (2, C).

    행이 둘인 배치의 결과가 (2, C)이듯, 행이 없는 배치 (0, C)의 결과는 형상이 (0, C)인 배열입니다.
    """
    answers = [expect(student.softmax)(rng.normal(0, 2, (n, 4))) for n in (2, 0)]
    for answer in answers:
        answer.to_match(activations.softmax, **PROBABILITY)


# Task 6


def softsign(a):
    """h(a) = a / (1 + |a|)."""
    return a / (1 + np.abs(a))


def lopsided(a):
    """h(a) = a / 2 + tanh(a)."""
    return a / 2 + np.tanh(a)


def network(rng, n, *sizes):
    """Return a batch of n rows, and weights and biases for layers of the given sizes."""
    weights = [rng.normal(size=(d, h)) for d, h in pairwise(sizes)]
    return rng.normal(size=(n, sizes[0])), weights, [rng.normal(size=h) for h in sizes[1:]]


@pytest.mark.task(6, points=1)
def test_forward_through_three_layers(student, rng):
    """Every layer computes activation(z @ W + b), the last one too.

    모든 층은 activation(z @ W + b)를 계산합니다. 마지막 층도 그렇습니다.
    """
    # In the square network nearly every mistake still returns numbers, so it comes first.
    networks = [network(rng, 4, 4, 4, 4, 4), network(rng, 6, 5, 4, 3, 2)]
    answers = [expect(student.forward)(*inputs, softsign) for inputs in networks]
    for inputs, answer in zip(networks, answers, strict=True):
        answer.to_match(activations.forward(*inputs, softsign))


@pytest.mark.task(6, points=1)
def test_forward_of_any_depth(student, rng):
    """forward works for one, two and four layers, and for a batch of one row.

    forward는 층이 하나, 둘, 넷일 때도, 행이 하나인 배치에서도 맞습니다.
    """
    networks = [
        network(rng, 3, 4, 3, 5, 2, 3),
        network(rng, 5, 3, 4, 2),
        network(rng, 1, 4, 3, 2),
        network(rng, 5, 3, 2),
    ]
    answers = [expect(student.forward)(*inputs, lopsided) for inputs in networks]
    for inputs, answer in zip(networks, answers, strict=True):
        answer.to_match(activations.forward(*inputs, lopsided))


@pytest.mark.task(6, points=1)
def test_forward_leaves_its_arguments(student, rng):
    """forward leaves the batch, the weights and the biases as they were.

    forward는 배치와 가중치, 편향을 그대로 둡니다.
    """
    inputs = network(rng, 6, 5, 4, 3)
    answer = expect(student.forward)(*inputs, softsign)
    answer.to_match(activations.forward(*inputs, softsign)).to_leave_arguments_unchanged()
