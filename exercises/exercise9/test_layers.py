"""The lecture's worked examples. Run them with `grade exercise9` or `pytest exercises/exercise9`.

Where a slide prints something else, the comment beside the figure says so.
"""

import numpy as np
import pytest

from grader.suite import expect

# The first layer of deck 001.
W1 = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
B1 = np.array([0.1, 0.2, 0.3])

TRAINING = True


@pytest.mark.task(1, points=1)
def test_first_layer_of_the_lecture(student):
    """For x = (1, 0.5) the first layer of deck 001 gives (0.3, 0.7, 1.1), and the gradients fit.

    x = (1, 0.5)이면 001 강의의 첫 계층은 (0.3, 0.7, 1.1)이고, 기울기도 맞습니다.
    """
    layer = student.Affine(W1, B1)
    x = np.array([[1.0, 0.5], [2.0, -1.0]])
    dout = np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    # The slide misprints the first number as 0.1.
    expect(layer.forward)(x).to_match(np.array([[0.3, 0.7, 1.1], [0.1, 0.4, 0.7]]))
    expect(layer.backward)(dout).to_match(np.array([[-0.4, -0.4], [0.5, 0.8]]))
    expect.value(layer.dW, "dW").to_match(np.array([[5.0, 2.0, -1.0], [-1.5, -1.0, -0.5]]))
    expect.value(layer.db, "db").to_match(np.array([3.0, 1.0, -1.0]))


@pytest.mark.task(2, points=1)
def test_activations_of_the_lecture(student):
    """Sigmoid gives deck 001's Z1, and its slope at 0 is 0.25; the slope of the ReLU is 1 or 0.

    Sigmoid는 001 강의의 Z1을 구하고 0에서 기울기가 0.25입니다. ReLU의 기울기는 1이나 0입니다.
    """
    sigmoid, relu = student.Sigmoid(), student.Relu()
    z1 = np.array([0.57444252, 0.66818777, 0.75026011])
    expect(sigmoid.forward)(np.array([0.3, 0.7, 1.1])).to_match(z1, atol=5e-9)
    expect(sigmoid.forward)(np.array([0.0, 2.0, -2.0])).to_have_shape((3,))
    # Deck 004 rounds the largest slope, 0.25, up to 0.3.
    slopes = np.array([0.25, 0.10499359, 0.10499359])
    expect(sigmoid.backward)(np.ones(3)).to_match(slopes, atol=5e-9)
    expect(relu.forward)(np.array([1.5, -2.0, 0.0, 3.0])).to_match(np.array([1.5, 0.0, 0.0, 3.0]))
    # Deck 004 says 1 for x > 0. At 0 the slope is a convention: here it is 0.
    passed = np.array([-1.0, 0.0, 0.0, 4.0])
    expect(relu.backward)(np.array([-1.0, 2.0, 3.0, 4.0])).to_match(passed)


@pytest.mark.task(3, points=1)
def test_loss_of_the_scores_of_the_lecture(student):
    """For deck 004's scores 3.0, 1.5, 0.3 and the first class the loss is -ln 0.774992 = 0.254902.

    004 강의의 점수 3.0, 1.5, 0.3에서 정답이 첫째 클래스이면 손실은 -ln 0.774992 = 0.254902입니다.
    """
    layer = student.SoftmaxWithLoss()
    x = np.array([[3.0, 1.5, 0.3]])
    # The slide's first probability is 0.77499213655, which it rounds to 0.78; 0.77 is right.
    y = np.array([[0.77499214, 0.17292412, 0.05208374]])
    for t in (np.array([[1, 0, 0]]), np.array([0])):
        expect(layer.forward)(x, t).to_match(0.25490240, atol=5e-9)
        expect(layer.backward)().to_match(y - np.array([[1.0, 0.0, 0.0]]), atol=1e-8)


@pytest.mark.task(4, points=1)
def test_dropout_of_the_lecture(student):
    """Deck 003's Dropout(0.2) switches off about a fifth in training, and nothing in use.

    003 강의의 Dropout(0.2)는 학습할 때 약 5분의 1을 끄고, 사용할 때는 아무것도 끄지 않습니다.
    """
    layer = student.Dropout(0.2, student.rng(0))
    # default_rng(0).random(6) is 0.637, 0.270, 0.041, 0.017, 0.813, 0.913.
    kept = np.array([1.25, 1.25, 0.0, 0.0, 1.25, 1.25])
    expect(layer.forward)(np.ones(6), TRAINING).to_match(kept)
    expect(layer.backward)(np.full(6, -2.0)).to_match(-2.0 * kept)
    expect(layer.forward)(np.arange(6.0), not TRAINING).to_match(np.arange(6.0))


@pytest.mark.task(5, points=1)
def test_network_of_the_lecture(student):
    """Affine, Sigmoid and a loss: deck 001's Z1 are the scores, and -0.030111 goes back to x1.

    Affine, Sigmoid, 손실을 이으면 001 강의의 Z1이 점수이고, x1에 대한 기울기는 -0.030111입니다.
    """
    layer = student.Affine(W1, B1)
    network = student.Network([layer, student.Sigmoid(), student.SoftmaxWithLoss()])
    x, t = np.array([[1.0, 0.5]]), np.array([2])
    z1 = np.array([[0.57444252, 0.66818777, 0.75026011]])
    expect(network.forward)(x).to_match(z1, atol=5e-9)
    expect(network.forward)(x, t).to_match(1.01522209, atol=5e-9)
    expect(network.backward)().to_match(np.array([[-0.03011109, -0.02722987]]), atol=5e-9)
    db = np.array([0.07429214, 0.07400175, -0.11948166])
    expect.value(layer.db, "db").to_match(db, atol=5e-9)
