"""The lecture's worked examples. Run them with `grade exercise10` or `pytest exercises/exercise10`.

Where a slide prints something else, the comment beside the figure says so. Deck 004 shows the
vanishing gradient as a picture without numbers; the numbers here are those of README.md.
"""

import numpy as np
import pytest

from grader.suite import expect


@pytest.mark.task(1, points=1)
def test_bound_of_ten_layers(student):
    """The slope of the sigmoid is 0.25 at most, so ten layers leave at most 9.54e-7.

    시그모이드의 기울기는 최대 0.25이므로 층이 열 개면 많아야 9.54e-7이 남습니다.
    """
    # The slide has 0.3 for the largest slope, which would make 5.9e-6.
    expect(student.bound)(1).to_match(0.25)
    expect(student.bound)(10).to_match(9.5367431640625e-07, atol=0)


@pytest.mark.task(2, points=1)
def test_slopes_of_a_single_unit(student):
    """One unit with the input 1: the slope is 0.25 at 0 (sigmoid), 1 at 0 (tanh), 1 above 0 (ReLU).

    입력이 1인 노드 하나의 기울기: 시그모이드는 0에서 0.25, tanh는 0에서 1, ReLU는 양수에서 1입니다.
    """
    # With a single input of 1 the weight w is the weighted sum, and the norm is the slope there.
    for activation, w, slope in (
        ("sigmoid", 0.0, 0.25),  # the largest; the slide says 0.3
        ("sigmoid", 2.0, 0.104993585),
        ("sigmoid", -2.0, 0.104993585),
        ("tanh", 0.0, 1.0),
        ("tanh", 2.0, 0.070650825),
        ("relu", 2.0, 1.0),  # the slide: 1 for x > 0
        ("relu", 0.0, 0.0),  # what the slide leaves open
        ("relu", -2.0, 0.0),
    ):
        norms = expect(student.gradient_norms)([np.array([[w]])], np.array([[1.0]]), activation)
        norms.to_match(np.array([slope]), rtol=1e-7)


@pytest.mark.task(2, points=1)
def test_norms_of_the_network_in_the_text(student):
    """The 2-3-1 network of README.md has the norms of its table, for all three activations.

    README의 2-3-1 신경망에서 노름은 세 활성화 함수 모두 README의 표와 같습니다.
    """
    x = np.array([[1.0, -1.0], [0.5, 2.0]])
    weights = [
        np.array([[0.5, -1.0, 1.0], [1.0, 0.5, -0.5]]),
        np.array([[1.0], [-2.0], [0.5]]),
    ]
    for activation, norms in (
        ("sigmoid", [0.1124062080, 0.2358262808]),
        ("tanh", [1.6067384084, 0.5150957690]),
        ("relu", [2.3318447633, 1.375]),
    ):
        expect(student.gradient_norms)(weights, x, activation).to_match(np.array(norms), rtol=1e-8)


@pytest.mark.task(3, points=1)
def test_dead_units_in_the_text(student):
    """Of the four units of README.md the second and the fourth are dead.

    README의 네 노드 가운데 둘째와 넷째가 죽은 노드입니다.
    """
    x = np.array([[1.0, 2.0], [3.0, -1.0]])
    W = np.array([[1.0, -1.0, 0.0, -1.0], [-1.0, 0.0, 1.0, 0.0]])
    b = np.array([-3.0, 0.5, 0.0, 1.0])
    expect(student.dead_units)(x, W, b).to_match(np.array([False, True, False, True]))
