"""Examples to follow by hand. Run them with `grade exercise12` or `pytest exercises/exercise12`.

Deck 002 names these models and shows no figures; README.md works the figures out.
"""

import numpy as np
import pytest

from grader.suite import expect

X = np.array([[1.0], [2.0], [3.0]])
y = np.array([1.0, 3.0, 5.0])


@pytest.mark.task(1, points=1)
def test_line_through_three_points(student):
    """The line through (1, 1), (2, 3) and (3, 5) is y = 2x - 1, and at 105 it predicts 209.

    (1, 1), (2, 3), (3, 5)를 지나는 직선은 y = 2x - 1이고, 105에서 209를 예측합니다.
    """
    expect(student.fit_linear)(X, y).to_match((np.array([2.0]), -1.0))
    expect(student.predict)(np.array([[105.0]]), np.array([2.0]), -1.0).to_match(np.array([209.0]))
    # No line meets (1, 1), (2, 2), (3, 2): the best one is y = x/2 + 2/3.
    expect(student.fit_linear)(X, np.array([1.0, 2.0, 2.0])).to_match((np.array([0.5]), 2 / 3))


@pytest.mark.task(2, points=1)
def test_features_of_degree_4(student):
    """The features of degree 4 of 2 are 1, 2, 4, 8, 16, and those of -1 are 1, -1, 1, -1, 1.

    2의 4차 특성은 1, 2, 4, 8, 16이고, -1의 4차 특성은 1, -1, 1, -1, 1입니다.
    """
    expected = np.array([[1.0, 2.0, 4.0, 8.0, 16.0], [1.0, -1.0, 1.0, -1.0, 1.0]])
    expect(student.polynomial_features)(np.array([2.0, -1.0]), 4).to_match(expected)


@pytest.mark.task(3, points=1)
def test_ridge_of_three_points(student):
    """For (1, 1), (2, 3), (3, 5), ridge with α = 2 halves the slope: y = x + 1.

    (1, 1), (2, 3), (3, 5)에서 α = 2인 릿지는 기울기를 절반으로 줄입니다: y = x + 1.
    """
    expect(student.fit_ridge)(X, y, 2.0).to_match((np.array([1.0]), 1.0))


@pytest.mark.task(4, points=1)
def test_lasso_of_three_points(student):
    """For (1, 1), (2, 3), (3, 5), lasso with α = 1/3 finds y = 1.5x, and with α = 2 only y = 3.

    (1, 1), (2, 3), (3, 5)에서 α = 1/3인 라쏘는 y = 1.5x, α = 2인 라쏘는 y = 3을 찾습니다.
    """
    expect(student.fit_lasso)(X, y, 1 / 3, 10).to_match((np.array([1.5]), 0.0))
    expect(student.fit_lasso)(X, y, 2.0, 10).to_match((np.array([0.0]), 3.0))


@pytest.mark.task(5, points=1)
def test_elastic_net_of_three_points(student):
    """For (1, 1), (2, 3), (3, 5), the elastic net with α = 2/3, half and half, is y = x + 1.

    (1, 1), (2, 3), (3, 5)에서 α = 2/3이고 반반인 엘라스틱 넷은 y = x + 1입니다.
    """
    expect(student.fit_elastic_net)(X, y, 2 / 3, 0.5, 10).to_match((np.array([1.0]), 1.0))


HOMES = """\
rooms,price,age
2,100,
3,150,10
4,,30
5,250,20
"""


@pytest.mark.task(6, points=1)
def test_table_of_homes(student):
    """Of four homes, two have no gap; with 'mean', three stay, and the unknown age becomes 15.

    집 네 채 가운데 두 채에 빈칸이 없습니다. 'mean'이면 세 채가 남고 모르는 나이는 15가 됩니다.
    """
    path = student.write("homes.csv", HOMES)
    complete = np.array([[3.0, 10.0], [5.0, 20.0]]), np.array([150.0, 250.0]), ["rooms", "age"]
    expect(student.load_table)(path, "price").to_match(complete)
    # The mean of 10 and 20: the home without a price is gone before the mean is taken.
    filled = np.array([[2.0, 15.0], [3.0, 10.0], [5.0, 20.0]])
    expected = filled, np.array([100.0, 150.0, 250.0]), ["rooms", "age"]
    expect(student.load_table)(path, "price", "mean").to_match(expected)
