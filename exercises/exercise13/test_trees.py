"""The lecture's examples. Run them with `grade exercise13` or `pytest exercises/exercise13`.

Deck 002 draws trees, voting, bagging, boosting and stacking without a number; the numbers here
are those of the seven students of deck 000.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

HOURS = np.array([2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0])
LESSONS = np.array([3.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0])
PASSED = np.array([0, 0, 0, 1, 1, 1, 1])


@pytest.mark.task(1, points=1)
def test_gini_of_the_seven_students(student):
    """Three failed and four passed: the Gini impurity is 24/49. For counts 3, 1, 2 it is 0.6111.

    세 명이 떨어지고 네 명이 붙었으므로 지니 불순도는 24/49입니다. 개수가 3, 1, 2이면 0.6111입니다.
    """
    expect(student.gini)(PASSED).to_match(24 / 49)
    expect(student.gini)(np.array([0, 0, 0, 1, 2, 2])).to_match(11 / 18)


@pytest.mark.task(2, points=1)
def test_seven_students_split_at_seven_hours(student):
    """The table of deck 000 splits at 7 hours, or at 5 lessons, and both sides are pure.

    000 강의의 표는 7시간 또는 과외 5번에서 나뉘고, 양쪽이 모두 순수합니다.
    """
    expect(student.best_split)(HOURS, PASSED).to_match((7.0, 0.0))
    expect(student.best_split)(LESSONS, PASSED).to_match((5.0, 0.0))


@pytest.mark.task(3, points=1)
def test_tree_of_the_seven_students(student):
    """One question, "at most 7 hours?", sorts the seven students: 7 hours and 6 lessons fail.

    "7시간 이하인가?"라는 질문 하나로 일곱 학생이 나뉩니다. 7시간과 과외 6번은 불합격입니다.
    """
    X = np.stack([HOURS, LESSONS], axis=1)
    tree = student.DecisionTree(1)
    tree.fit(X, PASSED)
    expect(tree.predict)(X).to_match(PASSED)
    # Deck 000's logistic regression gives the first of these 85.64 %; a tree knows no "nearly".
    expect(tree.predict)(np.array([[7.0, 6.0], [7.5, 0.0]])).to_match(np.array([0, 1]))


@pytest.mark.task(4)
def test_bootstrap_of_seven_students(student):
    """A bootstrap sample of seven students is seven row numbers from 0 to 6.

    일곱 학생의 부트스트랩 표본은 0부터 6까지의 행 번호 일곱 개입니다.
    """
    expect(student.bootstrap)(7, student.rng(0)).to_have_shape((7,)).to_satisfy(
        lambda sample: sample.dtype.kind in "iu" and sample.min() >= 0 and sample.max() <= 6,
        Text("integers from 0 to 6", "0부터 6까지의 정수입니다"),
    )


@pytest.mark.task(5, points=1)
def test_vote_of_three_models(student):
    """Two of three models decide. Votes 0, 2, 2 make 2, not their mean.

    세 모델 가운데 둘이 정합니다. 표가 0, 2, 2이면 답은 평균이 아니라 2입니다.
    """
    votes = np.array([[0, 2, 1, 0], [2, 2, 1, 0], [2, 1, 0, 1]])
    expect(student.majority_vote)(votes).to_match(np.array([2, 2, 1, 0]))


@pytest.mark.task(6, points=1)
def test_weights_of_the_seven_students(student):
    """One of seven is wrong: alpha is ½ log 6, its weight becomes 1/2, the others' 1/12.

    일곱 가운데 하나를 틀리면 alpha는 ½ log 6이고, 그 행의 가중치는 1/2, 나머지는 1/12이 됩니다.
    """
    wrong = np.array([False, False, False, True, False, False, False])
    expected = np.where(wrong, 1 / 2, 1 / 12)
    expect(student.boost_weights)(np.full(7, 1 / 7), wrong).to_match((np.log(6) / 2, expected))


@pytest.mark.task(7, points=1)
def test_out_of_fold_means(student):
    """With two folds and a model that answers the mean, each half gets the mean of the other.

    폴드가 둘이고 모델이 평균을 답하면, 각 절반은 나머지 절반의 평균을 받습니다.
    """

    def fit(X, y):
        """The mean of y."""
        return float(np.mean(y))

    def predict(model, X):
        """That mean, for each row."""
        return np.full(len(X), model)

    X, y = np.arange(8.0).reshape(4, 2), np.array([0, 1, 4, 9])
    expected = np.array([6.5, 6.5, 0.5, 0.5])
    expect(student.out_of_fold)(fit, predict, X, y, 2).to_match(expected)
