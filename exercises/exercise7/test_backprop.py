"""The lecture's worked examples. Run them with `grade exercise7` or `pytest exercises/exercise7`.

Deck 004 has formulas and no numbers; these are the formulas, worked out for one network.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

X, T = np.array([0.5, -1.0]), np.array([0.0, 1.0])


def network():
    """The 2-2-2 network of README.md, whose biases are the deck's 1."""
    return {
        "W1": np.array([[0.2, -0.4], [0.7, 0.3]]),
        "b1": np.array([1.0, 1.0]),
        "W2": np.array([[0.6, -0.1], [-0.5, 0.8]]),
        "b2": np.array([1.0, 1.0]),
    }


@pytest.mark.task(1, points=1)
def test_outputs_of_the_network_in_the_text(student):
    """The network of README.md has hidden outputs 0.5987, 0.6225 and outputs 0.7404, 0.8082.

    README의 신경망에서 은닉층의 출력은 0.5987, 0.6225, 출력층의 출력은 0.7404, 0.8082입니다.
    """
    hidden, output = np.array([0.5986876601, 0.6224593312]), np.array([0.7403873784, 0.8081600514])
    expect(student.forward)(network(), X).to_match((hidden, output), rtol=1e-8)


@pytest.mark.task(2, points=1)
def test_rule_for_w31(student):
    """∂E/∂w31 is (yo1 - yt1) · yo1 (1 - yo1) · yh1 = 0.085201, in row 0 and column 0 of W2.

    ∂E/∂w31은 (yo1 - yt1) · yo1 (1 - yo1) · yh1 = 0.085201이고, W2의 0행 0열에 있습니다.
    """
    grads = expect(student.backward)(network(), X, T)
    grads.to_satisfy(
        lambda grads: grads["W2"].shape == (2, 2),
        Text('its "W2" has the shape (2, 2)', '"W2"의 형상이 (2, 2)입니다'),
    )
    # The deck's first line has yo1 - yo1, which is always 0; its last line has yo1 - yt1.
    expect.value(grads.value["W2"][0, 0], 'grads["W2"][0, 0]').to_match(0.0852008883, rtol=1e-8)


@pytest.mark.task(2, points=1)
def test_rule_for_w11(student):
    """∂E/∂w11 is (∂E1/∂yh1 + ∂E2/∂yh1) · yh1 (1 - yh1) · x1 = 0.010615, in row 0, column 0 of W1.

    ∂E/∂w11은 (∂E1/∂yh1 + ∂E2/∂yh1) · yh1 (1 - yh1) · x1 = 0.010615이고, W1의 0행 0열에 있습니다.
    """
    grads = expect(student.backward)(network(), X, T)
    grads.to_satisfy(
        lambda grads: grads["W1"].shape == (2, 2),
        Text('its "W1" has the shape (2, 2)', '"W1"의 형상이 (2, 2)입니다'),
    )
    expect.value(grads.value["W1"][0, 0], 'grads["W1"][0, 0]').to_match(0.0106149465, rtol=1e-8)


@pytest.mark.task(3, points=1)
def test_update_of_the_lecture(student):
    """W(t+1) = W(t) - ∂E/∂W is a step with learning rate 1: w31 goes from 0.6 to 0.5148.

    W(t+1) = W(t) - ∂E/∂W는 학습률이 1인 갱신입니다. w31은 0.6에서 0.5148이 됩니다.
    """
    params, grads = network(), {}
    grads["W1"] = np.array([[0.010615, -0.011157], [-0.02123, 0.022314]])
    grads["b1"] = np.array([0.02123, -0.022314])
    grads["W2"] = np.array([[0.085201, -0.017806], [0.088584, -0.018513]])
    grads["b2"] = np.array([0.142313, -0.029742])
    new = {
        "W1": [[0.189385, -0.388843], [0.72123, 0.277686]],
        "b1": [0.97877, 1.022314],
        "W2": [[0.514799, -0.082194], [-0.588584, 0.818513]],
        "b2": [0.857687, 1.029742],
    }
    expect(student.update)(params, grads, 1.0).to_match({k: np.array(v) for k, v in new.items()})


@pytest.mark.task(4, points=1)
def test_gradient_of_the_network_of_deck_001(student):
    """For x = (1, 0.5) and deck 001's first two layers, ∂E/∂b2 is (0.332285, -0.332285).

    x = (1, 0.5)와 001 강의의 처음 두 층에서 ∂E/∂b2는 (0.332285, -0.332285)입니다.
    """
    params = {
        "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
        "b1": np.array([0.1, 0.2, 0.3]),
        "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
        "b2": np.array([0.1, 0.2]),
    }
    grads = {
        "W1": [[-0.024369, -0.022102, -0.018678], [-0.012184, -0.011051, -0.009339]],
        "b1": [-0.024369, -0.022102, -0.018678],
        "W2": [[0.190879, -0.190879], [0.222029, -0.222029], [0.2493, -0.2493]],
        "b2": [0.332285, -0.332285],
    }
    expect(student.two_layer_gradient)(
        params, np.array([[1.0, 0.5]]), np.array([[0.0, 1.0]])
    ).to_match({k: np.array(v) for k, v in grads.items()}, atol=1e-6)


@pytest.mark.task(5, points=1)
def test_relative_errors_in_the_text(student):
    """Between (1, 2, 2) and (1, 2, -2) the relative error is 2/3; twice a gradient is 1/3 away.

    (1, 2, 2)와 (1, 2, -2)의 상대 오차는 2/3이고, 기울기와 그 두 배의 상대 오차는 1/3입니다.
    """
    a = np.array([1.0, 2.0, 2.0])
    expect(student.relative_error)(a, np.array([1.0, 2.0, -2.0])).to_match(2 / 3)
    expect(student.relative_error)(a, 2 * a).to_match(1 / 3)
    # ∂E/∂w31 of a random 2-2-2 network, by backpropagation and by the central difference.
    analytic, numerical = np.array([-0.004466966134896]), np.array([-0.004466966135874])
    expect(student.relative_error)(analytic, numerical).to_match(1.0947e-10, rtol=1e-4)
