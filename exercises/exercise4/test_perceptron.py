"""The lecture's worked examples. Run them with `grade exercise4` or `pytest exercises/exercise4`.

Where a slide prints something else, the comment beside the figure says so.
"""

import numpy as np
import pytest

from grader.suite import expect

ROWS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

# The network of deck 000: the first hidden unit is NAND, the second OR, the output AND.
W1 = np.array([[-2.0, 2.0], [-2.0, 2.0]])
B1 = np.array([3.0, -1.0])
W2 = np.array([1.0, 1.0])
B2 = -1.0


@pytest.mark.task(1, points=1)
def test_three_perceptrons_of_the_lecture(student):
    """Deck 000: w = (-2, -2), b = 3 gives 1 1 1 0; (2, 2), -1 gives 0 1 1 1; (1, 1), -1 0 0 0 1.

    000 강의: w = (-2, -2), b = 3이면 1 1 1 0, (2, 2), -1이면 0 1 1 1, (1, 1), -1이면 0 0 0 1입니다.
    """
    for w, b, outputs in (
        ([-2.0, -2.0], 3.0, [1, 1, 1, 0]),
        ([2.0, 2.0], -1.0, [0, 1, 1, 1]),
        ([1.0, 1.0], -1.0, [0, 0, 0, 1]),  # at (0, 1) and (1, 0) the sum is exactly 0
    ):
        for x, y in zip(ROWS, outputs, strict=True):
            expect(student.perceptron)(x, np.array(w), b).to_match(y)


@pytest.mark.task(2, points=0.5)
def test_gates_of_the_lecture(student):
    """Deck 000: in the rows 00, 01, 10, 11 AND is 0 0 0 1, NAND is 1 1 1 0 and OR is 0 1 1 1.

    000 강의: 00, 01, 10, 11의 네 행에서 AND는 0 0 0 1, NAND는 1 1 1 0, OR는 0 1 1 1입니다.
    """
    for gate, outputs in (
        (student.AND, [0, 0, 0, 1]),
        (student.NAND, [1, 1, 1, 0]),
        (student.OR, [0, 1, 1, 1]),
    ):
        for (x1, x2), y in zip(ROWS.astype(int).tolist(), outputs, strict=True):
            expect(gate)(x1, x2).to_match(y)


@pytest.mark.task(3, points=1)
def test_xor_of_the_lecture(student):
    """Deck 000: in the rows 00, 01, 10, 11 XOR is 0 1 1 0.

    000 강의: 00, 01, 10, 11의 네 행에서 XOR는 0 1 1 0입니다.
    """
    for (x1, x2), y in zip(ROWS.astype(int).tolist(), [0, 1, 1, 0], strict=True):
        expect(student.XOR)(x1, x2).to_match(y)


@pytest.mark.task(4, points=1)
def test_xor_network_of_the_lecture(student):
    """Deck 000: its network is 0 1 1 0 with the step function, .555 .614 .614 .555 with sigmoids.

    000 강의: 강의의 신경망은 계단 함수로 0 1 1 0, 시그모이드로 .555 .614 .614 .555를 출력합니다.
    """

    def step(a):
        """h(a) = 1 if a > 0, else 0."""
        return np.where(np.asarray(a) > 0, 1.0, 0.0)

    def sigmoid(a):
        """h(a) = 1 / (1 + exp(-a))."""
        return 1 / (1 + np.exp(-np.asarray(a)))

    network = expect(student.two_layer)
    network(ROWS, W1, B1, W2, B2, step).to_match(np.array([0.0, 1.0, 1.0, 0.0]))
    # The slide says that sigmoids give about 0 1 1 0. They do not.
    truth = np.array([0.55515, 0.61352, 0.61352, 0.55515])
    network(ROWS, W1, B1, W2, B2, sigmoid).to_match(truth, atol=1e-5)


@pytest.mark.task(4, points=1)
def test_linear_layers_of_the_lecture(student):
    """Deck 001: with h(x) = cx three layers are h(h(h(x))) = c³x, which is a single layer.

    001 강의: h(x) = cx이면 층이 셋이어도 h(h(h(x))) = c³x로, 층 하나와 같습니다.
    """
    c = -1.5

    def linear(a):
        """h(a) = -1.5a"""
        return c * np.asarray(a)

    x = np.array([[2.0], [-1.0], [0.5]])
    one = np.array([[1.0]])
    # The first of the three layers is computed here, the other two are yours.
    layers = expect(student.two_layer)(linear(x), one, np.zeros(1), np.ones(1), 0.0, linear)
    layers.to_match(c**3 * np.array([2.0, -1.0, 0.5]))
