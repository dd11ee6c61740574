"""The lecture's figures. Run them with `grade exercise16` or `pytest exercises/exercise16`."""

import numpy as np
import pytest

from grader.suite import Text, expect

A_MODEL = Text("it is a Keras model", "Keras 모델입니다")
IN_LAYERS = Text("the list of parameters, layer by layer,", "층별 파라미터 수의 리스트")
IN_ALL = Text("the number of parameters", "전체 파라미터 수")


def made(function):
    """Call a function that makes a model, and state that it returns one."""
    return expect(function)().to_satisfy(callable, A_MODEL).value


def match_parameters(model, wanted):
    """State how many parameters a model has, in each layer that has any and in all."""
    counts = [layer.count_params() for layer in model.layers]
    found = [count for count in counts if count]
    expect.value(found, IN_LAYERS).to_match(wanted)
    expect.value(model.count_params(), IN_ALL).to_match(sum(wanted))


@pytest.mark.task(1, points=1)
def test_three_images_become_rows(student):
    """Three images become x of shape (3, 784), a white pixel 1, and the digits 5, 0, 4 three rows.

    이미지 세 장은 형상이 (3, 784)인 x가 되고, 흰 픽셀은 1이 되고, 숫자 5, 0, 4는 세 행이 됩니다.
    """
    # MNIST begins with a 5, a 0 and a 4; all of it makes deck 003's x_train of shape (60000, 784).
    images = np.zeros((3, 28, 28), dtype=np.uint8)
    images[:, 1, 2] = [255, 51, 0]  # line 1, column 2: place 28 + 2 of the row
    answer = expect(student.prepare)(images, np.array([5, 0, 4], dtype=np.uint8))
    answer.to_satisfy(lambda pair: len(pair) == 2, Text("it is (x, y)", "(x, y)입니다"))
    x, y = answer.value
    wanted = np.zeros((3, 784), dtype=np.float32)
    wanted[:, 30] = [1, 0.2, 0]
    expect.value(x, "x").to_match(wanted, rtol=1e-5)
    expect.value(y, "y").to_match(np.eye(10, dtype=np.float32)[[5, 0, 4]])


@pytest.mark.task(2, points=1)
def test_parameters_of_the_sigmoid_model(student):
    """The sigmoid model has 100480 + 16512 + 16512 + 1290 = 134794 parameters.

    시그모이드 모델의 파라미터는 100480 + 16512 + 16512 + 1290 = 134794개입니다.
    """
    match_parameters(made(student.sigmoid_model), [100480, 16512, 16512, 1290])


@pytest.mark.task(3, points=1)
def test_parameters_of_the_relu_model(student):
    """The ReLU model has 100480 + 4 · 16512 + 1290 = 167818 parameters.

    ReLU 모델의 파라미터는 100480 + 4 · 16512 + 1290 = 167818개입니다.
    """
    match_parameters(made(student.relu_model), [100480, *[16512] * 4, 1290])


@pytest.mark.task(4, points=1)
def test_parameters_of_the_dropout_model(student):
    """The dropout model has 100480 + 1290 = 101770 parameters: dropout itself has none.

    드롭아웃 모델의 파라미터는 100480 + 1290 = 101770개입니다. 드롭아웃에는 파라미터가 없습니다.
    """
    match_parameters(made(student.dropout_model), [100480, 1290])


@pytest.mark.task(5, points=1, replay=False)
def test_history_of_two_epochs(student):
    """Two epochs on 60 images give two losses and two accuracies.

    이미지 60장으로 두 에폭을 학습하면 손실 두 개와 정확도 두 개가 나옵니다.
    """
    x = np.linspace(0, 1, 60 * 784, dtype=np.float32).reshape(60, 784)
    y = np.eye(10, dtype=np.float32)[np.arange(60) % 10]
    model = made(student.sigmoid_model)
    model.run_eagerly = True  # so few steps take less time than to prepare for many
    history = expect(student.train)(model, x, y, 2, 20)
    for key in ("loss", "accuracy"):
        two_numbers = Text(f'two numbers in "{key}"', f'"{key}"에 수가 두 개 있습니다')
        history.to_satisfy(lambda found, key=key: len(found[key]) == 2, two_numbers)
