"""The lecture's worked examples. Run them with `grade exercise2` or `pytest exercises/exercise2`.

0.0975 stands on the slide as 0.00975; every other figure is the slide's own.
"""

import numpy as np
import pytest

from grader.suite import expect

T = np.array([0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])
Y1 = np.array([0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0])
Y2 = np.array([0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0])


@pytest.mark.task(1, points=1)
def test_half_squared_errors_of_the_lecture(student):
    """The two predictions of deck 001 have half squared errors 0.0975 and 0.5975.

    001 강의의 두 예측에서 오차제곱합은 0.0975와 0.5975입니다.
    """
    expect(student.half_squared_error)(Y1, T).to_match(0.0975)
    expect(student.half_squared_error)(Y2, T).to_match(0.5975)


@pytest.mark.task(2, points=1)
def test_mean_errors_of_the_lecture(student):
    """H = [3, 4] and y = [2, 1] of deck 002 have MSE 5 and MAE 2.

    002 강의의 H = [3, 4], y = [2, 1]에서 MSE는 5, MAE는 2입니다.
    """
    h, y = np.array([3.0, 4.0]), np.array([2.0, 1.0])
    expect(student.mean_squared_error)(h, y).to_match(5.0)
    expect(student.mean_absolute_error)(h, y).to_match(2.0)


@pytest.mark.task(3, points=1)
def test_one_hot_of_three_flowers(student):
    """The labels 0, 1, 2 of three classes are the rows 100, 010 and 001.

    세 클래스의 레이블 0, 1, 2는 100, 010, 001인 행이 됩니다.
    """
    rows = expect(student.one_hot)(np.array([0, 1, 2]), 3).to_have_shape((3, 3)).value
    expect.value(rows.astype(float), "one_hot([0, 1, 2], 3)").to_match(np.eye(3))


@pytest.mark.task(4, points=1)
def test_cross_entropies_of_the_lecture(student):
    """The two predictions of deck 001 have cross entropies 0.510825 and 2.302584.

    001 강의의 두 예측에서 교차 엔트로피는 0.510825와 2.302584입니다.
    """
    expect(student.cross_entropy)(Y1, T).to_match(0.510825457, rtol=1e-8)
    expect(student.cross_entropy)(Y2, T).to_match(2.302584093, rtol=1e-8)
    both = expect(student.cross_entropy)(np.stack([Y1, Y2]), np.stack([T, T]))
    both.to_match(1.406704775, rtol=1e-8)


@pytest.mark.task(5, points=1)
def test_distances_of_the_lecture(student):
    """Deck 002: from 5 to 2 it is 3, and from (2, 1) to (5, 5) it is 5.

    002 강의: 5에서 2까지의 거리는 3, (2, 1)에서 (5, 5)까지의 거리는 5입니다.
    """
    expect(student.distance)(np.array([5.0]), np.array([2.0])).to_match(3.0)
    expect(student.distance)(np.array([2.0, 1.0]), np.array([5.0, 5.0])).to_match(5.0)
