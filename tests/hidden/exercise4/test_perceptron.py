"""Hidden suite of exercise4: the perceptron, the gates, XOR and two layers.

A perceptron answers with 0 or 1, so one call tells little: each check makes many. A gate has only
four different calls, and a wrong gate may have a wrong perceptron under it; one check of the gates
and one of XOR therefore also call what lies below, to tell whose mistake it is.

Where a check makes several calls, it makes all of them before it states anything.
"""

import numpy as np
import pytest

from grader.suite import expect
from reference import perceptron as oracle

ROWS = [(0, 0), (0, 1), (1, 0), (1, 1)]
LECTURE = [([-2.0, -2.0], 3.0), ([2.0, 2.0], -1.0), ([1.0, 1.0], -1.0)]


def signed(rng, shape=None):
    """Draw numbers of both signs that are neither small nor large."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 2.0, shape)


def quarters(rng, size):
    """Draw signed multiples of ¼: their products and sums carry no rounding error."""
    return rng.choice([-1.0, 1.0], size) * rng.integers(2, 9, size) / 4


def neuron(rng, inputs):
    """Draw inputs, weights and a bias: the sum is signed and clearly not 0."""
    x, w = signed(rng, inputs), signed(rng, inputs)
    total = float(rng.choice([-1, 1]) * rng.uniform(0.05, 2.5))
    return x, w, total - float(np.sum(x * w))


def match_perceptron(answers):
    """State that each answer is the oracle's."""
    for answer in answers:
        answer.to_match(oracle.perceptron)


# Task 1


@pytest.mark.task(1, points=2)
def test_perceptron_of_random_weights(student, rng):
    """The perceptron is 1 where w·x + b is above 0, and 0 elsewhere, whatever the weights are.

    퍼셉트론은 가중치가 무엇이든 w·x + b가 0보다 크면 1, 아니면 0입니다.
    """
    match_perceptron([expect(student.perceptron)(*neuron(rng, 2)) for _ in range(40)])


@pytest.mark.task(1, points=2)
def test_perceptron_at_the_boundary(student, rng):
    """Where w·x + b is exactly 0 the perceptron is 0; a little above 0 it is 1.

    w·x + b가 정확히 0이면 퍼셉트론은 0이고, 0보다 조금이라도 크면 1입니다.
    """
    answers = []
    for total in (0.0, 0.125, 0.0, 0.25, -0.125, 0.5, 0.75, -0.75, 0.0):
        x, w = quarters(rng, 2), quarters(rng, 2)
        b = total - float(np.sum(x * w))  # exact, for all three are multiples of 1/16
        answers.append(expect(student.perceptron)(x, w, b))
    match_perceptron(answers)


@pytest.mark.task(1, points=1)
def test_perceptron_of_any_number_of_inputs(student, rng):
    """The perceptron takes any number of inputs: one, three, five.

    퍼셉트론은 입력이 하나, 셋, 다섯이어도 되며 개수는 정해져 있지 않습니다.
    """
    sizes = [3, 5, 1] * 8
    match_perceptron([expect(student.perceptron)(*neuron(rng, size)) for size in sizes])


@pytest.mark.task(1, points=1)
def test_perceptron_of_whole_numbers(student, rng):
    """Inputs, weights and bias may be integers.

    입력과 가중치, 편향이 정수여도 됩니다.
    """
    answers = []
    for total in (1, 0, -1, 2, -2, 3):
        x, w = rng.integers(-4, 5, 3), rng.integers(-4, 5, 3)
        answers.append(expect(student.perceptron)(x, w, total - int(x @ w)))
        x = rng.integers(0, 2, 3)
        w, b = signed(rng, 3), 0.5 * total + 0.25
        answers.append(expect(student.perceptron)(x, w, b - float(np.sum(x * w))))
    match_perceptron(answers)


@pytest.mark.task(1, points=1)
def test_perceptron_leaves_its_arguments(student, rng):
    """The perceptron leaves the inputs and the weights as they were.

    퍼셉트론은 입력과 가중치를 그대로 둡니다.
    """
    answers = [expect(student.perceptron)(*neuron(rng, size)) for size in (2, 4) * 6]
    match_perceptron(answers)
    for answer in answers:
        answer.to_leave_arguments_unchanged()


# Task 2


def asked(rng, gate, times=2):
    """Call a gate with each row, `times` over and in random order."""
    return [expect(gate)(*ROWS[i]) for i in rng.permutation(np.arange(4 * times) % 4)]


@pytest.mark.task(2, points=1)
def test_and_is_1_for_two_ones(student, rng):
    """AND is 1 if both inputs are 1, and 0 otherwise.

    AND는 두 입력이 모두 1이면 1, 아니면 0입니다.
    """
    for answer in asked(rng, student.AND):
        answer.to_match(oracle.AND)


@pytest.mark.task(2, points=1)
def test_nand_is_0_for_two_ones(student, rng):
    """NAND is 0 if both inputs are 1, and 1 otherwise.

    NAND는 두 입력이 모두 1이면 0, 아니면 1입니다.
    """
    for answer in asked(rng, student.NAND):
        answer.to_match(oracle.NAND)


@pytest.mark.task(2, points=1)
def test_or_is_1_for_any_one(student, rng):
    """OR is 1 if at least one input is 1, and 0 otherwise.

    OR는 입력 중 하나라도 1이면 1, 아니면 0입니다.
    """
    for answer in asked(rng, student.OR):
        answer.to_match(oracle.OR)


@pytest.mark.task(2, points=1.5)
def test_gates_side_by_side(student, rng):
    """Called in turn, the three gates stay apart: NAND is the opposite of AND, OR is not AND.

    세 게이트를 번갈아 불러도 결과가 섞이지 않습니다. NAND는 AND의 반대이고, OR는 AND와 다릅니다.
    """
    names = ["AND", "NAND", "OR"]
    answers = [(name, asked(rng, getattr(student, name), 1)) for name in rng.permutation(names)]
    for w, b in LECTURE:  # only to tell a wrong gate from a wrong perceptron
        for row in ROWS:
            expect(student.perceptron)(np.array(row), np.array(w), b)
    for name, rows in answers:
        for answer in rows:
            answer.to_match(getattr(oracle, name))


# Task 3


@pytest.mark.task(3, points=2)
def test_xor_is_1_for_exactly_one_1(student, rng):
    """XOR is 1 if exactly one input is 1: neither at (0, 0) nor at (1, 1).

    XOR는 입력 중 정확히 하나만 1이면 1입니다. (0, 0)과 (1, 1)에서는 0입니다.
    """
    answers = asked(rng, student.XOR)
    for gate in (student.AND, student.NAND, student.OR):  # only to tell whose mistake it is
        asked(rng, gate, 1)
    for w, b in LECTURE:
        for row in ROWS:
            expect(student.perceptron)(np.array(row), np.array(w), b)
    for answer in answers:
        answer.to_match(oracle.XOR)


# Task 4


def bent(a):
    """h(a) = a / 2 + tanh(a) + 1 / (1 + a²)"""
    a = np.asarray(a, dtype=float)
    return a / 2 + np.tanh(a) + 1 / (1 + a**2)


def softsign(a):
    """h(a) = a / (1 + |a|)"""
    a = np.asarray(a, dtype=float)
    return a / (1 + np.abs(a))


def square(a):
    """h(a) = a²"""
    return np.asarray(a, dtype=float) ** 2


def network(rng, n, inputs, hidden):
    """Draw a batch of n rows, and the weights and biases of both layers."""
    return (
        signed(rng, (n, inputs)),
        signed(rng, (inputs, hidden)),
        signed(rng, hidden),
        signed(rng, hidden),
        float(signed(rng)),
    )


def match_two_layer(answers):
    """State that each answer is the oracle's."""
    for answer in answers:
        answer.to_match(oracle.two_layer)


@pytest.mark.task(4, points=2)
def test_two_layer_of_random_weights(student, rng):
    """The hidden layer is h(x @ w1 + b1), the output h(n @ w2 + b2), with weights of every sign.

    부호가 제각각인 가중치에서도 은닉층은 h(x @ w1 + b1), 출력은 h(n @ w2 + b2)입니다.
    """
    # In the square network nearly every mistake still returns numbers, so it comes first.
    networks = [network(rng, 3, 3, 3), network(rng, 2, 2, 2), network(rng, 6, 4, 5)]
    match_two_layer([expect(student.two_layer)(*arrays, bent) for arrays in networks])


@pytest.mark.task(4, points=1)
def test_two_layer_uses_the_given_activation(student, rng):
    """The activation is the one you are given, and it follows the hidden layer and the output.

    활성화 함수는 인수로 받은 함수이며, 은닉층과 출력층에 모두 적용합니다.
    """
    arrays = network(rng, 4, 4, 4)
    match_two_layer([expect(student.two_layer)(*arrays, h) for h in (softsign, bent, square)])


@pytest.mark.task(4, points=1)
def test_two_layer_of_any_size(student, rng):
    """There may be one input or five, one hidden unit or seven.

    입력은 하나일 수도 다섯일 수도 있고, 은닉 유닛은 하나일 수도 일곱일 수도 있습니다.
    """
    sizes = [(4, 5, 3), (3, 2, 7), (5, 1, 4), (4, 3, 1)]
    match_two_layer([expect(student.two_layer)(*network(rng, *size), bent) for size in sizes])


@pytest.mark.task(4, points=1)
def test_two_layer_of_one_row(student, rng):
    """One example of shape (1, 2) is a batch of one: the result has shape (1,).

    형상이 (1, 2)인 예 하나는 크기가 1인 배치입니다. 결과의 형상은 (1,)입니다.
    """
    sizes = [(1, 2, 2), (1, 2, 3), (2, 2, 3)]
    match_two_layer([expect(student.two_layer)(*network(rng, *size), bent) for size in sizes])


@pytest.mark.task(4, points=1)
def test_linear_layers_are_one_layer(student, rng):
    """With h(a) = ca the two layers are one: c² (x @ (w1 @ w2) + b1 @ w2) + c b2.

    h(a) = ca이면 두 층은 층 하나와 같습니다: c² (x @ (w1 @ w2) + b1 @ w2) + c b2.
    """
    c = float(signed(rng))

    def linear(a):
        """h(a) = ca"""
        return c * np.asarray(a, dtype=float)

    networks = [network(rng, 3, 3, 3), network(rng, 5, 2, 4)]
    answers = [expect(student.two_layer)(*arrays, linear) for arrays in networks]
    for (x, w1, b1, w2, b2), answer in zip(networks, answers, strict=True):
        answer.to_match(c**2 * (x @ (w1 @ w2) + b1 @ w2) + c * b2)


@pytest.mark.task(4, points=1)
def test_two_layer_of_whole_numbers(student, rng):
    """Where the batch, the weights and the biases are integers, the result is still floats.

    배치와 가중치, 편향이 정수여도 결과는 실수입니다.
    """

    def whole(array):
        return rng.choice([-1, 1], array.shape) * rng.integers(1, 4, array.shape)

    x, w1, b1, w2, b2 = network(rng, 4, 3, 5)
    match_two_layer(
        [
            expect(student.two_layer)(whole(x), w1, b1, w2, b2, softsign),
            expect(student.two_layer)(whole(x), whole(w1), whole(b1), whole(w2), -2, softsign),
        ]
    )


@pytest.mark.task(4, points=1)
def test_two_layer_leaves_its_arguments(student, rng):
    """two_layer leaves the batch, the weights and the biases as they were.

    two_layer는 배치와 가중치, 편향을 그대로 둡니다.
    """
    sizes = [(4, 3, 3), (2, 3, 4)]
    answers = [expect(student.two_layer)(*network(rng, *size), softsign) for size in sizes]
    match_two_layer(answers)
    for answer in answers:
        answer.to_leave_arguments_unchanged()
