import numpy as np
import pytest

from grader.suite import expect

CANARY = "canary-suite-8f2c61d0"


def oracle_double(x):
    return x * 2.0


def oracle_softmax(x):
    exponentials = np.exp(x - x.max())
    return exponentials / exponentials.sum()


@pytest.mark.task(1, points=1)
def test_double_of_random_numbers(student, rng):
    """double doubles every number.

    double은 모든 수를 두 배로 합니다.
    """
    expect(student.double)(rng.normal(size=5)).to_match(oracle_double)


@pytest.mark.task(1, points=1)
def test_double_leaves_its_input(student, rng):
    """double does not change its input, and answers the same twice.

    double은 입력을 바꾸지 않고, 두 번 모두 같은 답을 줍니다.
    """
    x = rng.normal(size=(2, 3))
    expect(student.double)(x).to_match(oracle_double).to_leave_arguments_unchanged()
    expect(student.double)(x).to_match(oracle_double)


@pytest.mark.task(1, points=1)
def test_double_of_one_number(student):
    """double of one number is one number.

    수 하나의 double은 수 하나입니다.
    """
    expect(student.double)(np.float64(21.5)).to_match(43.0)


@pytest.mark.task(2, points=2)
def test_softmax_of_large_scores(student, rng):
    """softmax of large scores does not overflow.

    큰 점수의 softmax는 넘치지 않습니다.
    """
    expect(student.softmax)(1000 + rng.normal(size=4)).to_match(oracle_softmax)


@pytest.mark.task(3, points=1)
def test_training_calls_the_function(student, rng):
    """train calls f once for each step and adds what it returns.

    train은 단계마다 f를 한 번 부르고 결과를 더합니다.
    """
    values, seen = rng.normal(size=6), []

    def f(step):
        """a list of values"""
        seen.append(step)
        return values[step]

    expect(student.train)(f, 6).to_match(values.sum())
    expect.that(seen == [0, 1, 2, 3, 4, 5], "f is called once for each step, in order")
