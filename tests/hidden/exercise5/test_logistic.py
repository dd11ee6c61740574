"""The hidden suite of exercise5.

Where a check makes several calls, it makes all of them before it states anything: what each
call returned then tells the mistakes apart, whichever statement fails first.

The wall of deck 000 is tested where it stands. From the slide's row 78000 on (w = 5.1873,
b = -36.1697, rate 0.4), code that takes log(1 - p) prints NaN at update 3225. `WALL` is where a
run is after 3200 of these updates, so a hundred updates show what would take five thousand.
"""

import contextlib

import numpy as np
import pytest

from grader.suite import Text, common, expect
from reference import gradients, logistic

HOURS = np.array([[2.0], [4.0], [6.0], [8.0], [10.0], [12.0], [14.0]])
PASSED = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0])
WALL = np.array([5.2276]), -36.4513


def away_from_0(rng, shape=None):
    """Draw numbers of both signs that are neither small nor large."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 1.5, shape)


def truth(rng, n):
    """Draw n zeros and ones, about half of each, in any order."""
    return rng.permutation(np.arange(n) % 2).astype(float)


def problem(rng, n, d):
    """Draw examples, their truth, weights and a bias: X (n, d), t (n,), w (d,), b."""
    b = float(away_from_0(rng))
    return rng.normal(0.3, 1.2, (n, d)), truth(rng, n), away_from_0(rng, d), b


def whole_problem(rng, n, d):
    """Draw a problem that has nothing but integers in it."""
    X = rng.integers(-4, 5, (n, d))
    w = rng.choice([-1, 1], d) * rng.integers(1, 3, d)
    return X, truth(rng, n).astype(np.int64), w, int(rng.choice([-1, 1]))


def logits_and_truth(rng):
    """Logits of ordinary size, some rightly and some wrongly signed."""
    return [(rng.normal(0.5, 3.0, n), truth(rng, n)) for n in (7, 4)]


# --- task 1 ----------------------------------------------------------------------------------


@pytest.mark.task(1, points=1)
def test_probabilities(student, rng):
    """predict_proba is σ(Xw + b), one number for each row: also for one row, and for one feature.

    predict_proba는 σ(Xw + b)이고, 행마다 값이 하나씩입니다. 행이나 특성이 하나뿐일 때도 그렇습니다.
    """
    answers = []
    for n, d in ((6, 4), (3, 3), (5, 1), (1, 4)):
        X, _t, w, b = problem(rng, n, d)
        answers.append(expect(student.predict_proba)(X, w, b))
    for answer in answers:
        answer.to_match(logistic.predict_proba)


@pytest.mark.task(1, points=1)
def test_probabilities_of_large_logits(student, rng):
    """Where Xw + b is ±40 or ±800, the probability is 0 or 1, not NaN.

    Xw + b가 ±40이나 ±800이면 확률은 NaN이 아니라 0 또는 1입니다.
    """
    w = away_from_0(rng, 2)
    answers = []
    for z in (rng.permutation([40.0, -40.0, 800.0, -800.0, 0.5]), [40.0], [800.0], [-800.0]):
        X = np.column_stack([np.array(z) / w[0], np.zeros(len(z))])
        answers.append(expect(student.predict_proba)(X, w, 0.0))
    for answer in answers:
        answer.to_be_finite().to_match(logistic.predict_proba)


@pytest.mark.task(1, points=1)
def test_probabilities_of_integers(student, rng):
    """X, w and b may be integers; the probabilities are floats, and X and w are left unchanged.

    X, w, b가 정수여도 확률은 실수이고, X와 w는 바뀌지 않습니다.
    """
    answers = []
    for make, n in ((whole_problem, 6), (whole_problem, 1), (problem, 5)):
        X, _t, w, b = make(rng, n, 3)
        answers.append(expect(student.predict_proba)(X, w, b))
    for answer in answers:
        answer.to_match(logistic.predict_proba).to_leave_arguments_unchanged()


# --- task 2 ----------------------------------------------------------------------------------

test_bce_with_logits_is_a_loss = common.loss(
    "bce_with_logits", logistic.bce_with_logits, task=2, points=1, arguments=logits_and_truth
)


@pytest.mark.task(2, points=2)
def test_loss_of_large_logits(student):
    """A wrong logit of ±40 costs 40 and one of ±800 costs 800; a right one costs 0.

    ±40인 로짓이 틀리면 손실이 40, ±800이면 800입니다. 맞으면 0입니다.
    """
    calls = [
        ([40.0], [0.0]), ([-40.0], [1.0]), ([800.0], [0.0]), ([-800.0], [1.0]),
        ([40.0, -40.0], [1.0, 0.0]), ([800.0, -800.0, 1.0], [1.0, 0.0, 1.0]),
    ]  # fmt: skip
    answers = [expect(student.bce_with_logits)(np.array(z), np.array(t)) for z, t in calls]
    for answer in answers:
        answer.to_be_finite().to_match(logistic.bce_with_logits)


# --- task 3 ----------------------------------------------------------------------------------


@pytest.mark.task(3, points=2)
def test_gradient(student, rng):
    """dw, of shape (D,), is the mean of (p - t) x, and db the mean of p - t.

    형상이 (D,)인 dw는 (p - t) x의 평균이고, db는 p - t의 평균입니다.
    """
    problems = [problem(rng, n, d) for n, d in ((4, 4), (7, 3), (6, 1), (1, 5))]
    answers = [expect(student.logistic_gradient)(*arguments) for arguments in problems]
    for answer in answers:
        answer.to_match(logistic.logistic_gradient)


@pytest.mark.task(3, points=1)
def test_gradient_is_the_slope_of_the_loss(student, rng):
    """dw and db agree with the numerical gradient of the mean binary cross entropy.

    dw와 db는 이진 교차 엔트로피 평균을 수치 미분한 값과 일치합니다.
    """
    X, t, w, b = problem(rng, 8, 3)

    def loss(v):
        return logistic.bce_with_logits(X @ v[:3] + v[3], t)

    numerical = gradients.numerical_gradient(loss, np.append(w, b))
    answer = expect(student.logistic_gradient)(X, t, w, b)
    answer.to_match((numerical[:3], numerical[3]), rtol=1e-6, atol=1e-7)


@pytest.mark.task(3, points=1)
def test_gradient_of_large_logits(student, rng):
    """Where p is rounded to 0 or 1, the gradient is still the mean of (p - t) x, without NaN.

    p가 0이나 1로 반올림되는 곳에서도 기울기는 NaN 없이 (p - t) x의 평균입니다.
    """
    x = float(away_from_0(rng))
    answers = []
    for size in (40.0, 800.0):
        z, t = size * np.array([1, -1, 1, -1, 0.5 / size]), np.array([1.0, 0.0, 0.0, 1.0, 1.0])
        i = rng.permutation(5)
        X = z[i].reshape(5, 1) / x
        answers.append(expect(student.logistic_gradient)(X, t[i], np.array([x]), 0.0))
    for answer in answers:
        answer.to_match(logistic.logistic_gradient)


@pytest.mark.task(3, points=1)
def test_gradient_of_integers(student, rng):
    """Integers count as floats, and X, t and w are left unchanged.

    정수는 실수로 다루고, X와 t, w는 바꾸지 않습니다.
    """
    problems = [whole_problem(rng, 6, 3), problem(rng, 5, 2)]
    answers = [expect(student.logistic_gradient)(*arguments) for arguments in problems]
    for answer in answers:
        answer.to_match(logistic.logistic_gradient).to_leave_arguments_unchanged()


# --- task 4 ----------------------------------------------------------------------------------


@pytest.mark.task(4, points=2)
def test_twenty_steps(student, rng):
    """After twenty steps on random data the weights, the bias and all twenty losses are right.

    임의의 데이터로 스무 단계를 거친 뒤 가중치와 편향, 손실 스무 개가 모두 올바릅니다.
    """
    arguments = [(*problem(rng, 8, 3), 0.3, 20), (*problem(rng, 5, 1), 0.6, 3)]
    answers = [expect(student.fit)(*given) for given in arguments]
    # Decides nothing, as fit may do without it: it tells a wrong gradient from a wrong step.
    with contextlib.suppress(Exception):
        student.logistic_gradient(*problem(rng, 4, 2))
    for answer in answers:
        answer.to_match(logistic.fit)


@pytest.mark.task(4, points=1)
def test_number_of_steps(student, rng):
    """fit makes as many updates as asked, and keeps a loss for each: also 0, 1, or at the goal.

    fit은 정확히 steps번 갱신하고 손실도 그만큼 남깁니다. 0번, 1번, 다 배운 뒤에도 그렇습니다.
    """
    learnt = np.array([[-30.0], [30.0]]), np.array([0.0, 1.0]), np.array([1.0]), 0.0
    starts = [(problem(rng, 6, 2), 0), (problem(rng, 5, 3), 1), (learnt, 7)]
    answers = [expect(student.fit)(*start, 0.25, steps) for start, steps in starts]
    for answer in answers:
        answer.to_match(logistic.fit)


@pytest.mark.task(4, points=1)
def test_start_of_the_training(student, rng):
    """Training may start from integers, and leaves X, t and the given w unchanged.

    정수인 w와 b에서 시작할 수 있고, X와 t, 받은 w는 바꾸지 않습니다.
    """
    starts = [whole_problem(rng, 6, 3), problem(rng, 7, 2)]
    answers = [expect(student.fit)(*start, 0.05, 4) for start in starts]
    for answer in answers:
        answer.to_match(logistic.fit).to_leave_arguments_unchanged()


@pytest.mark.task(4, points=1)
def test_loss_falls_in_any_order(student, rng):
    """With a small learning rate the loss falls at every step, in whatever order the rows come.

    학습률이 작으면 단계마다 손실이 줄어듭니다. 행의 순서를 바꾸어도 결과는 같습니다.
    """
    X, t, w, b = problem(rng, 9, 2)
    order = rng.permutation(9)
    answers = [expect(student.fit)(X[i], t[i], w, b, 0.05, 12) for i in (np.arange(9), order)]
    for answer in answers:
        answer.to_satisfy(
            lambda v: np.all(np.diff(v[2]) < 0),
            Text("every loss is below the one before", "모든 손실은 바로 앞의 손실보다 작습니다"),
        )
        answer.to_match(logistic.fit(X, t, w, b, 0.05, 12))


@pytest.mark.task(4, points=1)
def test_training_beyond_the_wall(student):
    """Where the slide's code prints NaN (rate 0.4, soon after step 81200), fit goes on.

    슬라이드의 코드가 NaN이 되는 곳(학습률 0.4, 81200단계 직후)에서도 fit은 학습을 계속합니다.
    """
    expect(student.fit)(HOURS, PASSED, *WALL, 0.4, 100).to_match(logistic.fit)


# --- task 5 ----------------------------------------------------------------------------------


def decay(rng, n):
    """Draw a noisy curve that falls quickly, then slowly."""
    i = np.arange(n)
    noise = 0.03 * rng.uniform(-1, 1, n)
    return rng.uniform(1, 2) * np.exp(-i / rng.uniform(n / 7, n / 5)) + 2.0 + noise


def two_dips(rng):
    """Draw a curve that is nearly as deep at a later place: a line that ends late goes there."""
    curve = np.linspace(8.0, 3.0, 10) + 0.05 * rng.uniform(-1, 1, 10)
    line = np.linspace(curve[0], curve[-1], 10)
    curve[2], curve[7] = line[2] - 1.0, line[7] - 0.9
    return curve


@pytest.mark.task(5, points=1)
def test_elbow_of_curves(student, rng):
    """The elbow is the index farthest below the line from the first loss to the last.

    팔꿈치는 첫 손실과 마지막 손실을 잇는 직선보다 가장 많이 아래에 있는 점의 인덱스입니다.
    """
    curves = [decay(rng, n) for n in (25, 41, 60)] + [two_dips(rng)]
    answers = [expect(student.elbow)(curve) for curve in curves]
    for answer in answers:
        answer.to_match(logistic.elbow).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_elbow_below_the_line(student, rng):
    """Losses above the line do not count, however far: such as a start that climbs first.

    처음에 손실이 치솟는 경우처럼 직선 위에 있는 점은 아무리 멀어도 팔꿈치가 아닙니다.
    """
    answers = []
    for n in (20, 33):
        curve = decay(rng, n)
        curve[1:6] += rng.uniform(2, 5, 5)
        answers.append(expect(student.elbow)(curve))
    for answer in answers:
        answer.to_match(logistic.elbow)


@pytest.mark.task(5, points=0.5)
def test_elbow_of_a_tie(student):
    """Of points that are equally far below the line, to within 1e-12, the first is the elbow.

    직선에서 똑같이 먼(차이가 1e-12 이내인) 점이 여럿이면 그중 첫 번째가 팔꿈치입니다.
    """
    # Quarters of powers of two: every way of computing the line is exact here. The last two curves
    # have points whose depths differ by far less than 1e-12, and by far more.
    curves = [
        [8.0, 3.0, 1.0, -1.0, 0.0],
        [16.0, 8.0, 12.0, 4.0, 8.0, 6.0, 4.0, -3.5, 0.0],
        [8.0, 3.0, 1.0 - 1.5e-13, -1.0, 0.0],
        [8.0, 3.0, 1.0 - 1e-9, -1.0, 0.0],
    ]
    answers = [expect(student.elbow)(np.array(curve)) for curve in curves]
    for answer in answers:
        answer.to_match(logistic.elbow)
