"""The lecture's figures. Run them with `grade exercise8` or `pytest exercises/exercise8`.

Where a slide prints something else, the comment beside the figure says so.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

# How many of the 10,000 test images show a 0, a 1, …
DIGITS = np.array([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])


@pytest.mark.task(1, points=1)
def test_network_of_the_lecture(student):
    """Deck 001: TwoLayerNet(784, 50, 10) has 39,760 parameters, and all its rows sum to 1.

    001 강의: TwoLayerNet(784, 50, 10)의 파라미터는 39,760개이고, 출력의 모든 행은 합이 1입니다.
    """
    # The slide's class takes two sizes, so that its own call fails. 784·50 + 50 + 50·10 + 10:
    net = student.TwoLayerNet(784, 50, 10, rng=student.rng(0))
    expect.value(net.params, "params").to_satisfy(
        lambda params: sum(np.size(value) for value in params.values()) == 39760,
        Text("the parameters are 39,760 numbers", "파라미터는 모두 39,760개입니다"),
    )
    image = np.linspace(0, 1, 784).reshape(1, 784)
    y = expect(net.predict)(image).to_have_shape((1, 10)).value
    expect.value(y.sum(axis=1), Text("sum of the row", "행의 합")).to_match(np.ones(1))


@pytest.mark.task(2, points=1)
def test_network_that_has_not_learnt(student):
    """Deck 001: before training the loss is log 10 = 2.3026, and 10.28 % of the images are right.

    001 강의: 배우기 전의 손실은 log 10 = 2.3026이고, 테스트 정확도는 10.28 %입니다.
    """
    net = student.TwoLayerNet(4, 5, 10, weight_init_std=0.0)
    x, t = np.ones((3, 4)), np.eye(10)[[2, 0, 7]]
    expect(net.loss)(x, t).to_match(2.302584092994546)  # the slide: 2.30258, without the 1e-7

    # The slide's first row, 0.1028 for the test images, is the share of the sevens: after one step
    # the network takes every image for a 7.
    b2 = np.zeros(10)
    b2[7] = 0.1
    net.params = {"W1": np.zeros((4, 5)), "b1": np.zeros(5), "W2": np.zeros((5, 10)), "b2": b2}
    labels = np.repeat(np.arange(10), DIGITS)
    expect(net.accuracy)(np.ones((10000, 4)), labels).to_match(0.1028)


@pytest.mark.task(3, points=1)
def test_gradient_of_the_first_layer_of_the_lecture(student):
    """Deck 001's first layer with a second one: ∂E/∂b2 is (0.332285, -0.332285).

    001 강의의 첫 번째 층에 둘째 층을 이으면 ∂E/∂b2는 (0.332285, -0.332285)입니다.
    """
    net = student.TwoLayerNet(2, 3, 2)
    net.params = {
        "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
        "b1": np.array([0.1, 0.2, 0.3]),
        "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
        "b2": np.array([0.1, 0.2]),
    }
    gradients = {
        "W1": np.array([[-0.024369, -0.022102, -0.018678], [-0.012184, -0.011051, -0.009339]]),
        "b1": np.array([-0.024369, -0.022102, -0.018678]),
        "W2": np.array([[0.190879, -0.190879], [0.222029, -0.222029], [0.2493, -0.2493]]),
        "b2": np.array([0.332285, -0.332285]),
    }
    x, t = np.array([[1.0, 0.5]]), np.array([[0, 1]])
    expect(net.gradient)(x, t).to_match(gradients, atol=1e-6)


@pytest.mark.task(4, points=1)
def test_training_solves_xor(student):
    """Deck 000's XOR is learnt: the loss falls, and in the end all four rows are right.

    000 강의의 XOR를 배웁니다. 손실이 줄어들고, 마지막에는 네 행을 모두 맞힙니다.
    """
    x, t = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.eye(2)[[0, 1, 1, 0]]
    net = student.TwoLayerNet(2, 8, 2, weight_init_std=1.0, rng=student.rng(0))
    losses = expect(student.train)(net, x, t, 400, 4, 2.0, student.rng(9))
    losses.to_have_shape((400,))
    first, last = losses.value[:50].mean(), losses.value[-50:].mean()
    expect.that(
        last < 0.1 * first,
        Text(
            "the last losses are below a tenth of the first ones",
            "마지막 손실은 처음 손실의 10분의 1보다 작습니다",
        ),
    )
    expect(net.accuracy)(x, t).to_match(1.0)
