"""The lecture's worked examples. Run them with `grade exercise17` or `pytest exercises/exercise17`.

Deck 004 counts the classes from 1; here they count from 0, as LabelEncoder and Keras do.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

# The first and the third flower of the file, each with a wrong cell in deck 004, and the last.
FLOWERS = np.array([[5.1, 3.5, 1.4, 0.2], [4.7, 3.2, 1.3, 0.2], [5.9, 3.0, 5.1, 1.8]])
ANOTHER = np.array([[6.7, 3.0, 5.2, 2.3]])


@pytest.mark.task(1, points=1)
def test_codes_of_the_species(student):
    """Iris-setosa, Iris-versicolor, Iris-virginica are 0, 1, 2 (deck 004 says 1, 2, 3).

    Iris-setosa, Iris-versicolor, Iris-virginica는 0, 1, 2입니다(004 강의에는 1, 2, 3).
    """
    species = ["Iris-setosa", "Iris-versicolor", "Iris-virginica"]
    answer = expect(student.encode_labels)(species)
    answer.to_satisfy(
        lambda pair: isinstance(pair, list | tuple) and len(pair) == 2,
        Text("two things: codes, classes", "codes, classes 두 가지입니다"),
    )
    codes, classes = answer.value
    expect.value(codes, "codes").to_match(np.array([0, 1, 2]))
    expect.value(classes, "classes").to_satisfy(
        lambda names: isinstance(names, list) and names == species,
        Text("the list of the three names", "세 이름의 리스트입니다"),
    )


@pytest.mark.task(2, points=1)
def test_one_hot_of_the_species(student):
    """one_hot([0, 1, 2], 3) is the 3x3 identity matrix; [2, 0] has the 1 in columns 2 and 0.

    one_hot([0, 1, 2], 3)은 3x3 단위행렬이고, [2, 0]에서는 1이 2번 열과 0번 열에 있습니다.
    """
    last_and_first = np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    for codes, expected in (([0, 1, 2], np.eye(3)), ([2, 0], last_and_first)):
        answer = expect(student.one_hot)(np.array(codes), 3).to_have_shape((len(codes), 3))
        rows = np.asarray(answer.value).astype(np.float64)
        expect.value(rows, f"one_hot({codes}, 3)").to_match(expected)


@pytest.mark.task(3, points=1)
def test_sizes_of_a_small_split(student):
    """Of 4 flowers of class 0 and 6 of class 1, a test fraction of 0.5 holds out 2 and 3.

    클래스 0이 4송이, 클래스 1이 6송이이고 테스트 비율이 0.5이면 2송이와 3송이를 남겨 둡니다.
    """
    X, y = np.arange(20.0).reshape(10, 2), np.array([0, 0, 1, 1, 0, 1, 1, 0, 1, 1])
    answer = expect(student.split)(X, y, 0.5, student.rng(17))
    answer.to_satisfy(lambda parts: len(parts) == 4, "X_train, X_test, y_train, y_test")
    X_train, X_test, y_train, y_test = answer.value
    expect.value(X_train, "X_train").to_have_shape((5, 2))
    expect.value(X_test, "X_test").to_have_shape((5, 2))
    for name, part in (("y_train", y_train), ("y_test", y_test)):
        in_order = Text(f"{name}, sorted", f"정렬한 {name}")
        expect.value(np.sort(part), in_order).to_match(np.array([0, 0, 1, 1, 1]))


@pytest.mark.task(4, points=1)
def test_standardised_flowers(student):
    """Petal lengths 1.4, 1.3, 5.1 have mean 2.6 and std 1.768, so 5.2 in the test becomes 1.470.

    꽃잎 길이 1.4, 1.3, 5.1의 평균은 2.6, 표준편차는 1.768이므로 테스트의 5.2는 1.470이 됩니다.
    """
    answer = expect(student.standardise)(FLOWERS, ANOTHER)
    train = [
        [-0.267261, 1.297771, -0.678642, -0.707107],
        [-1.069045, -0.162221, -0.735195, -0.707107],
        [1.336306, -1.135550, 1.413837, 1.414214],
    ]
    test = [[2.939874, -1.135550, 1.470390, 2.077126]]
    expected = tuple(np.array(table, dtype=np.float32) for table in (train, test))
    answer.to_match(expected, rtol=0, atol=1e-4)


@pytest.mark.task(5, points=1)
def test_parameters_of_the_network(student):
    """The network has 131 parameters: 4 · 16 + 16 in the first layer, 16 · 3 + 3 in the second.

    신경망의 파라미터는 131개입니다. 첫 층에 4 · 16 + 16개, 둘째 층에 16 · 3 + 3개가 있습니다.
    """
    model = expect(student.build_model)()
    is_model = Text("it is a Keras model", "Keras 모델입니다")
    model.to_satisfy(lambda made: hasattr(made, "handle_"), is_model)
    expect(model.value.count_params)().to_match(131)
