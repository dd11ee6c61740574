"""The lecture's worked examples. Run them with `grade exercise5` or `pytest exercises/exercise5`.

All figures are those of deck 000. Its model of one variable is y = 1 / (1 + e^(ax + b)), so its a
and b have the opposite sign of w and b here. Its figures have four digits; the tolerances are
what rounding to four digits makes of the result.
"""

import numpy as np
import pytest

from grader.suite import Text, expect

HOURS = np.array([[2.0], [4.0], [6.0], [8.0], [10.0], [12.0], [14.0]])
HOURS_AND_LESSONS = np.array([[2, 3], [4, 3], [6, 4], [8, 6], [10, 7], [12, 8], [14, 9]], float)
PASSED = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0])

START = np.array([0.23845725, 0.35909853]), 0.63154648
TABLE = [  # after 300, 600, … updates: w, b, and the loss before the last of them
    ([0.8252, -0.5844], -2.3398, 0.2725),
    ([0.8287, -0.3137], -3.8323, 0.1945),
    ([0.7396, 0.0149], -4.9088, 0.1517),
    ([0.6360, 0.3228], -5.7589, 0.1240),
    ([0.5369, 0.5975], -6.4630, 0.1045),
    ([0.4470, 0.8398], -7.0645, 0.0902),
    ([0.3672, 1.0537], -7.5896, 0.0793),
    ([0.2966, 1.2435], -8.0558, 0.0706),
    ([0.2340, 1.4130], -8.4750, 0.0637),
    ([0.1783, 1.5654], -8.8558, 0.0580),
]

CHANCE = Text("the probability", "합격 확률")
THREE_RESULTS = Text("it is w, b, losses", "w, b, losses 세 값입니다")
TWO_RESULTS = Text("it is dw, db", "dw, db 두 값입니다")


def after(updates, en, ko):
    """Name a value after so many updates."""
    return Text(f"{en} after {updates} updates", f"{updates}번 갱신한 뒤의 {ko}")


def parts(answer):
    """Return w, b and losses, if there are three of them."""
    return answer.to_satisfy(lambda v: len(v) == 3, THREE_RESULTS).value


def chance(w, b):
    """Return the probability of passing after 7 hours and 6 lessons."""
    return 1 / (1 + np.exp(-(7 * w[0] + 6 * w[1] + b)))


@pytest.mark.task(1, points=1)
def test_probabilities_of_the_lecture(student):
    """7 hours and 6 lessons: 85.63 % with the row of step 3000, 99.92 % with that of step 180000.

    7시간 공부, 과외 6번: 3000단계의 행으로는 85.63 %, 180000단계의 행으로는 99.92 %입니다.
    """
    X = np.array([[7.0, 6.0]])
    early = expect(student.predict_proba)(X, np.array([0.1783, 1.5654]), -8.8558)
    late = expect(student.predict_proba)(X, np.array([-1.3919, 7.0694]), -25.4886)
    # b / a of the last row of the first table: "7" on the slide
    boundary = np.array([[35.9005 / 5.1489]])
    even = expect(student.predict_proba)(boundary, np.array([5.1489]), -35.9005)
    early.to_match(np.array([0.8563]), atol=5e-5)
    late.to_match(np.array([0.9992]), atol=5e-5)
    even.to_match(np.array([0.5]))


@pytest.mark.task(2, points=1)
def test_losses_of_the_lecture(student):
    """A logit of 0 costs log 2, and rows of the two single-variable tables cost what stands there.

    로짓이 0이면 손실은 log 2이고, 단일 변수 표의 행에서는 표에 적힌 손실이 나옵니다.
    """
    rows = [  # w and b are -a and -b of the slide
        (-0.1849, 0.4334, 1.2676),
        (2.9211, -20.2982, 0.0152),
        (5.1489, -35.9005, 0.0017),
        (-0.0210, 0.4736, 0.7199),
        (5.1873, -36.1697, 0.0016),
    ]
    zero = expect(student.bce_with_logits)(np.zeros(2), np.array([0.0, 1.0]))
    answers = [expect(student.bce_with_logits)(HOURS[:, 0] * w + b, PASSED) for w, b, _ in rows]
    zero.to_match(float(np.log(2)))
    for answer, (_w, _b, loss) in zip(answers, rows, strict=True):
        answer.to_match(loss, atol=2e-4)


@pytest.mark.task(3, points=1)
def test_first_update_of_the_lecture(student):
    """The gradient at w = b = 0.63436665 explains the first rows of both single-variable tables.

    w = b = 0.63436665에서의 기울기가 두 단일 변수 표의 첫 행과 맞습니다.
    """
    start = 0.63436665
    answer = expect(student.logistic_gradient)(HOURS, PASSED, np.array([start]), start)
    dw, db = answer.to_satisfy(lambda v: len(v) == 2, TWO_RESULTS).value
    for rate, w, b in ((0.5, -0.1849, 0.4334), (0.4, -0.0210, 0.4736)):
        slope = np.array([(start - w) / rate])
        expect.value(dw, "dw").to_match(slope, rtol=0, atol=2e-4)
        expect.value(db, "db").to_match((start - b) / rate, rtol=0, atol=2e-4)


@pytest.mark.task(4, points=1)
def test_table_of_the_lecture(student):
    """The ten rows of the two-variable table, and 85.64 % for 7 hours and 6 lessons one step later.

    두 변수 표의 열 행과, 한 단계 뒤 7시간 공부하고 과외를 6번 받을 때의 85.64 %입니다.
    """
    w, b = START
    for row, (w_row, b_row, loss) in enumerate(TABLE, start=1):
        answer = expect(student.fit)(HOURS_AND_LESSONS, PASSED, w, b, 0.1, 300)
        w, b, losses = parts(answer)
        updates = 300 * row
        expect.value(w, after(updates, "w", "w")).to_match(np.array(w_row), rtol=0, atol=1e-4)
        expect.value(b, after(updates, "b", "b")).to_match(b_row, rtol=0, atol=1e-4)
        expect.value(losses, "losses").to_have_shape((300,))
        last = after(updates, "the last loss", "마지막 손실")
        expect.value(losses[-1], last).to_match(loss, rtol=0, atol=1e-4)
    # The loop of the slide runs 3001 times; after 3000 it would be 85.63 %.
    w, b, _losses = parts(expect(student.fit)(HOURS_AND_LESSONS, PASSED, w, b, 0.1, 1))
    expect.value(w, after(3001, "w", "w")).to_have_shape((2,))
    expect.value(chance(w, b), CHANCE).to_match(0.8564, rtol=0, atol=5e-5)


@pytest.mark.task(4, points=1)
def test_late_rows_of_the_lecture(student):
    """From step 179700 it takes 300 updates to step 180000, and then the probability is 99.92 %.

    179700단계에서 300번 갱신하면 180000단계의 행이 되고, 확률은 99.92 %입니다.
    """
    start = np.array([-1.3913, 7.0672]), -25.4816
    answer = expect(student.fit)(HOURS_AND_LESSONS, PASSED, *start, 0.1, 300)
    w, b, losses = parts(answer)
    expect.value(w, "w").to_match(np.array([-1.3919, 7.0694]), rtol=0, atol=2.5e-4)
    expect.value(b, "b").to_match(-25.4886, rtol=0, atol=2.5e-4)
    expect.value(losses, "losses").to_have_shape((300,))
    last = Text("the last loss", "마지막 손실")
    expect.value(losses[-1], last).to_match(0.0011, rtol=0, atol=5e-5)
    expect.value(chance(w, b), CHANCE).to_match(0.9992, rtol=0, atol=5e-5)


@pytest.mark.task(5, points=0.5)
def test_elbow_of_the_table(student):
    """The ten losses of the two-variable table bend at the fourth row (index 3, step 1200).

    두 변수 표의 손실 열 개는 네 번째 행(인덱스 3, 1200단계)에서 꺾입니다.
    """
    losses = np.array([loss for _w, _b, loss in TABLE])
    small = expect(student.elbow)(np.array([8.0, 4.0, 1.0, 0.5, 0.0]))
    table = expect(student.elbow)(losses)
    small.to_match(2)
    table.to_match(3)
