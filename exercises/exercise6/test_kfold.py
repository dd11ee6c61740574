"""The lecture's worked examples. Run them with `grade exercise6` or `pytest exercises/exercise6`.

The slides of deck 000 describe k folds in words; the rows are those of its table of lessons.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

# Deck 000: hours of study, private lessons, and whether the student passed.
HOURS_AND_LESSONS = np.array(
    [[2.0, 3.0], [4.0, 3.0], [6.0, 4.0], [8.0, 6.0], [10.0, 7.0], [12.0, 8.0], [14.0, 9.0]]
)
PASSED = np.array([0, 0, 0, 1, 1, 1, 1])


def fit(X, y):
    """Class means: fit."""
    return {int(label): np.mean(X[y == label], axis=0) for label in np.unique(y)}


def predict(means, X):
    """Class means: predict."""
    labels = np.array(sorted(means))
    distances = [np.sum((X - means[label]) ** 2, axis=1) for label in sorted(means)]
    return labels[np.argmin(distances, axis=0)]


@pytest.mark.task(1, points=1)
def test_folds_of_ten_rows(student):
    """10 rows in 5 folds: two rows each, together 0 to 9. In 3 folds: 4, 3 and 3 rows.

    10행을 폴드 5개로 나누면 두 행씩, 모두 모으면 0부터 9까지입니다. 3개면 4, 3, 3행입니다.
    """
    for k, blocks in (
        (5, [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]),
        (3, [[0, 1, 2, 3], [4, 5, 6], [7, 8, 9]]),
    ):
        folds = expect(student.kfold_indices)(10, k)
        folds.to_satisfy(
            lambda folds, k=k: len(folds) == k,
            Text("a list of k pairs (train, test)", "쌍 (train, test) k개의 리스트입니다"),
        )
        for i, block in enumerate(blocks):
            train, test = folds.value[i]
            rest = [row for row in range(10) if row not in block]
            name = Text(f"test of fold {i}, sorted", f"폴드 {i}의 정렬한 test")
            expect.value(np.sort(test), name).to_match(np.array(block))
            name = Text(f"train of fold {i}, sorted", f"폴드 {i}의 정렬한 train")
            expect.value(np.sort(train), name).to_match(np.array(rest))


@pytest.mark.task(2, points=1)
def test_scores_of_the_lessons(student):
    """Deck 000's table is sorted by result, so 3 plain folds score 0, 0.5, 1; leaving one out, 1.

    000 강의의 표는 결과 순서로 되어 있어 폴드 3개의 점수는 0, 0.5, 1이고, k = 7이면 모두 1입니다.
    """
    X, y = HOURS_AND_LESSONS, PASSED
    ask = expect(student.cross_validate)
    ask(fit, predict, X, y, 3).to_match(np.array([0.0, 0.5, 1.0]))
    ask(fit, predict, X, y, 7).to_match(np.ones(7))


@pytest.mark.task(3, points=1)
def test_summary_of_three_scores(student):
    """Scores 0.7, 0.8, 0.9: mean 0.8, std 0.1, interval 0.5516 to 1.0484.

    점수가 0.7, 0.8, 0.9이면 평균 0.8, 표준편차 0.1, 구간은 0.5516에서 1.0484까지입니다.
    """
    answer = expect(student.summary)(np.array([0.7, 0.8, 0.9]))
    answer.to_match((0.8, 0.1, 0.551586, 1.048414), rtol=0, atol=2e-4)


@pytest.mark.task(4, points=1)
def test_parts_of_ten_rows(student):
    """10 rows, 3 of them for validation and 2 for the test: 5 are left to train, 0 to 9 in all.

    10행 가운데 검증에 3행, 테스트에 2행을 쓰면 학습에 5행이 남고, 모두 모으면 0부터 9까지입니다.
    """
    answer = expect(student.train_validation_test)(10, 3, 2, student.rng(6))
    answer.to_satisfy(
        lambda parts: len(parts) == 3,
        Text("three arrays: train, validation, test", "train, validation, test 세 배열입니다"),
    )
    for name, rows, size in zip(
        ("train", "validation", "test"), answer.value, (5, 3, 2), strict=True
    ):
        expect.value(rows, name).to_have_shape((size,))
    together = np.sort(np.concatenate(answer.value))
    all_three = Text("all three together, sorted", "셋을 모아 정렬한 배열")
    expect.value(together, all_three).to_match(np.arange(10))


@pytest.mark.task(5, points=1)
def test_standardised_lessons(student):
    """Hours 2, 4, 6 have mean 4 and std 1.633, so 8 hours in the test table become 2.4495.

    2, 4, 6시간의 평균은 4, 표준편차는 1.633이므로 테스트 표의 8시간은 2.4495가 됩니다.
    """
    train, test = HOURS_AND_LESSONS[:3], HOURS_AND_LESSONS[3:4]
    answer = expect(student.standardise)(train, test)
    answer.to_match(
        (
            np.array([[-1.2247, -0.7071], [0.0, -0.7071], [1.2247, 1.4142]]),
            np.array([[2.4495, 5.6569]]),
        ),
        rtol=0,
        atol=1e-4,
    )
