"""The lecture's examples. Run them with `grade exercise11` or `pytest exercises/exercise11`.

Deck 003 describes the optimisers in words. These are the steps that its settings lead to when the
gradient is 1 at every step and the learning rate 0.1.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

STEPS = Text("the list of steps", "갱신 크기")


def match_steps(student, optimiser, wanted):
    """State how far a parameter goes down in each step, where its gradient is always 1."""
    params, update = student.keep({"w": np.array([1.0])}), optimiser.update
    path = [1.0]
    for _step in wanted:
        update(params, {"w": np.array([1.0])})
        path.append(expect.value(params["w"], 'params["w"]').to_have_shape((1,)).value[0])
    steps = -np.diff(np.array(path, dtype=float))
    expect.value(steps, STEPS).to_match(np.array(wanted), rtol=1e-4)


@pytest.mark.task(1, points=1)
def test_steps_of_sgd(student):
    """SGD: when the gradient is 1 and lr 0.1, the steps are .1, .1, .1.

    SGD: 기울기가 1이고 lr이 0.1이면 갱신 크기는 .1, .1, .1입니다.
    """
    # Decks 000 and 004 leave the learning rate out: W(t+1) = W(t) - dE/dW would step by 1.
    match_steps(student, student.SGD(0.1), [0.1, 0.1, 0.1])


@pytest.mark.task(2, points=1)
def test_steps_of_momentum(student):
    """Momentum(0.9): when the gradient is 1 and lr 0.1, the steps are .1, .19, .271, .3439.

    Momentum(0.9): 기울기가 1이고 lr이 0.1이면 갱신 크기는 .1, .19, .271, .3439입니다.
    """
    match_steps(student, student.Momentum(0.1), [0.1, 0.19, 0.271, 0.3439, 0.40951])


@pytest.mark.task(3, points=1)
def test_steps_of_adagrad(student):
    """AdaGrad: when the gradient is 1 and lr 0.1, the steps are .1, .0707, .0577.

    AdaGrad: 기울기가 1이고 lr이 0.1이면 갱신 크기는 .1, .0707, .0577입니다.
    """
    # keras.optimizers.Adagrad starts its sum at 0.1: .0953, .0690, .0568.
    match_steps(student, student.AdaGrad(0.1), [0.1, 0.070711, 0.057735, 0.05, 0.044721])


@pytest.mark.task(4, points=1)
def test_steps_of_rmsprop(student):
    """RMSprop(rho=0.9): when the gradient is 1 and lr 0.1, the steps are .3162, .2294, .1921.

    RMSprop(rho=0.9): 기울기가 1이고 lr이 0.1이면 갱신 크기는 .3162, .2294, .1921입니다.
    """
    steps = [0.316228, 0.229416, 0.192095, 0.170523, 0.156267]
    match_steps(student, student.RMSprop(0.1), steps)


@pytest.mark.task(5, points=1)
def test_steps_of_adam(student):
    """Adam(0.9, 0.999): when the gradient is 1 and lr 0.1, the steps are .1, .1, .1.

    Adam(0.9, 0.999): 기울기가 1이고 lr이 0.1이면 갱신 크기는 .1, .1, .1입니다.
    """
    match_steps(student, student.Adam(0.1), [0.1, 0.1, 0.1, 0.1, 0.1])


@pytest.mark.task(6, points=1)
def test_iterations_of_the_lecture(student):
    """2000 rows in batches of 200 make 10 iterations; batches of all rows make 1, of one row n.

    데이터 2000개를 200개씩 묶으면 10번 반복하고, 전체를 묶으면 1번, 하나씩이면 n번 반복합니다.
    """
    # The slide divides "the epoch" by the batch size; it is the number of rows that is divided.
    for n, batch_size, iterations in ((2000, 200, 10), (2000, 2000, 1), (7, 1, 7)):
        batches = expect(student.minibatches)(n, batch_size, student.rng(3))
        batches.to_satisfy(
            lambda batches, count=iterations, size=batch_size: (
                [np.shape(batch) for batch in batches] == [(size,)] * count
            ),
            Text(
                f"{iterations} arrays of shape ({batch_size},)",
                f"형상이 ({batch_size},)인 배열 {iterations}개입니다",
            ),
        )
