"""Hidden suite of exercise2: losses, one-hot labels and distances.

Where a check makes several calls, it makes all of them before it states anything: what each
call returned then tells the mistakes apart, whichever statement fails first.
"""

import numpy as np
import pytest

from grader.suite import Text, common, expect
from reference import losses

FORM = 1e-5
"""Tolerance of checks about forms and means: whoever forgets the 1e-7 loses its own checks only."""


def noisy(rng, shape):
    """Predictions and truth; one error in three is positive, so their mean is negative."""
    truth = rng.normal(0, 20, shape)
    signs = np.where(rng.permutation(truth.size) % 3 == 1, 1, -1).reshape(shape)
    return truth + signs * rng.uniform(5, 30, shape), truth


def predictions_and_truth(rng):
    """Signed numbers in two, one and three dimensions."""
    return [noisy(rng, shape) for shape in [(4, 6), (5,), (3, 2, 4)]]


def batch(rng, n, classes):
    """Probabilities (n, classes), labels (n,) and the same labels as one-hot rows.

    One class of each row is above ½, so that a row rounded to integers still sums to 1; the
    others are near 0.4 / classes, where the 1e-7 matters least.
    """
    favourites = np.eye(classes)[rng.integers(0, classes, n)]
    y = 0.6 * favourites + 0.4 * rng.dirichlet(np.full(classes, 40.0), size=n)
    labels = rng.permutation(np.arange(n) % classes)
    return y, labels, np.eye(classes)[labels]


def probabilities_and_truth(rng):
    """A batch with one-hot rows, and one with labels."""
    y, _, rows = batch(rng, 7, 5)
    more, labels, _ = batch(rng, 4, 6)
    return [(y, rows), (more, labels)]


def as_floats(rows):
    """Zeros and ones are right in any numeric type."""
    return rows.astype(np.float64) if rows.dtype.kind in "biuf" else rows


# Task 1

test_half_squared_error_is_a_loss = common.loss(
    "half_squared_error",
    losses.half_squared_error,
    task=1,
    points=1,
    arguments=predictions_and_truth,
)

# Task 2

test_mean_squared_error_is_a_loss = common.loss(
    "mean_squared_error",
    losses.mean_squared_error,
    task=2,
    points=1,
    arguments=predictions_and_truth,
)

test_mean_absolute_error_is_a_loss = common.loss(
    "mean_absolute_error",
    losses.mean_absolute_error,
    task=2,
    points=1,
    arguments=predictions_and_truth,
)


@pytest.mark.task(2, points=1)
def test_mean_errors_of_a_doubled_batch(student, rng):
    """A batch written down twice has the same mean errors as the batch.

    같은 배치를 두 번 이어 붙여도 평균 오차는 그대로입니다.
    """
    h, y = noisy(rng, (5, 3))
    twice = np.tile(h, (2, 1)), np.tile(y, (2, 1))
    squared = [expect(student.mean_squared_error)(*pair) for pair in [(h, y), twice]]
    absolute = [expect(student.mean_absolute_error)(*pair) for pair in [(h, y), twice]]
    for answer in squared:
        answer.to_match(losses.mean_squared_error(h, y))
    for answer in absolute:
        answer.to_match(losses.mean_absolute_error(h, y))


@pytest.mark.task(2, points=1)
def test_mean_errors_of_pixels(student, rng):
    """Pixels of type uint8 are numbers like any other: 3 - 5 is -2.

    uint8 픽셀도 보통 수처럼 계산합니다. 3 - 5는 -2입니다.
    """
    image, other = rng.integers(0, 256, (2, 4, 7), dtype=np.uint8)
    squared = expect(student.mean_squared_error)(image, other)
    absolute = expect(student.mean_absolute_error)(image, other)
    squared.to_match(losses.mean_squared_error)
    absolute.to_match(losses.mean_absolute_error)


# Task 3


@pytest.mark.task(3, points=1)
def test_one_hot_of_random_labels(student, rng):
    """Row n of one_hot(labels, classes) has its 1 in column labels[n], counted from 0.

    one_hot(labels, classes)의 n번째 행에서 1은 0부터 센 labels[n]번째 열에 있습니다.
    """
    many = rng.permutation(np.arange(9) % 4)
    few = rng.permutation(np.arange(5) % 3).astype(np.uint8)
    for labels, classes in [(many, 4), (few, 3)]:
        answer = expect(student.one_hot)(labels, classes).to_have_shape((labels.size, classes))
        answer.to_leave_arguments_unchanged()
        expect.value(as_floats(answer.value), f"one_hot({labels}, {classes})").to_match(
            losses.one_hot(labels, classes)
        )


@pytest.mark.task(3, points=1)
def test_one_hot_with_absent_classes(student, rng):
    """A class that no label names still has its column, filled with zeros.

    어떤 레이블에도 나오지 않는 클래스도 0으로 채운 열을 가집니다.
    """
    labels, classes = rng.permutation([1, 3, 1, 3, 3]), 6
    answer = expect(student.one_hot)(labels, classes).to_have_shape((labels.size, classes))
    expect.value(as_floats(answer.value), f"one_hot({labels}, {classes})").to_match(
        losses.one_hot(labels, classes)
    )


# Task 4

test_cross_entropy_is_a_loss = common.loss(
    "cross_entropy",
    losses.cross_entropy,
    task=4,
    points=1,
    arguments=probabilities_and_truth,
)


@pytest.mark.task(4, points=1)
def test_labels_and_one_hot_rows_agree(student, rng):
    """Labels and one-hot rows of the same batch give the same cross entropy, also for N = C.

    같은 배치라면 정수 레이블로 주든 원-핫으로 주든 교차 엔트로피가 같습니다. N = C일 때도
    그렇습니다.
    """
    answers = []
    for n, classes in [(7, 4), (5, 5)]:
        y, labels, rows = batch(rng, n, classes)
        truths = [labels, rows, rows.astype(np.int64), labels.astype(np.uint8)]
        answers += [expect(student.cross_entropy)(y, t) for t in truths]
    for answer in answers:
        answer.to_match(losses.cross_entropy, rtol=FORM)


@pytest.mark.task(4, points=1)
def test_probability_zero_of_the_right_class(student, rng):
    """A right class of probability 0 costs 16.118, not infinity, and a certain one costs nothing.

    정답 클래스의 확률이 0이면 손실은 무한대가 아니라 16.118이고, 확률이 1이면 거의 0입니다.
    """
    labels = rng.permutation(5)
    certain = np.eye(5)[labels]
    never = np.roll([0, 0.1, 0.2, 0.3, 0.4], labels[0])[np.newaxis]
    almost_certain = 0.999 * certain + 0.0002
    calls = [(never, certain[:1]), (never, labels[:1]), (certain, labels), (certain, certain)]
    # Without zeros: where the 1e-7 stands shows in the size of the loss.
    calls += [(almost_certain, labels), (almost_certain, np.roll(labels, 1))]
    answers = [expect(student.cross_entropy)(*call) for call in calls]
    for answer in answers:
        answer.to_be_finite().to_match(losses.cross_entropy)


@pytest.mark.task(4, points=1)
def test_cross_entropy_of_one_example(student, rng):
    """One example, y of shape (C,), is a batch of one; a batch costs the mean of its examples.

    형상이 (C,)인 예제 하나는 크기가 1인 배치이고, 배치의 손실은 예제별 손실의 평균입니다.
    """
    y, labels, rows = batch(rng, 3, 6)
    answers = [expect(student.cross_entropy)(y[n], rows[n]) for n in range(3)]
    answers += [expect(student.cross_entropy)(y[n], int(labels[n])) for n in range(3)]
    answers.append(expect(student.cross_entropy)(y, rows))
    for answer in answers:
        answer.to_match(losses.cross_entropy, rtol=FORM)


@pytest.mark.task(4, points=1)
def test_cross_entropy_of_a_doubled_batch(student, rng):
    """A batch written down twice has the same cross entropy as the batch.

    같은 배치를 두 번 이어 붙여도 교차 엔트로피는 그대로입니다.
    """
    y, _, rows = batch(rng, 4, 3)
    answers = [
        expect(student.cross_entropy)(np.tile(y, (k, 1)), np.tile(rows, (k, 1))) for k in (1, 2)
    ]
    for answer in answers:
        answer.to_match(losses.cross_entropy(y, rows), rtol=FORM)


# Task 5


@pytest.mark.task(5, points=2)
def test_distance_of_each_order(student, rng):
    """distance(p, q, order) is (Σ |p - q|^order)^(1/order), and order is 2 when left out.

    distance(p, q, order)는 (Σ |p - q|^order)^(1/order)이고, order를 생략하면 2입니다.
    """
    p, q = rng.normal(0, 2, (2, 6))
    whole = rng.integers(-9, 10, (2, 4))
    answers = [expect(student.distance)(p, q, order) for order in (1, 1.5, 2, 3, 6)]
    answers += [expect(student.distance)(p, q), expect(student.distance)(*whole, 3)]
    for answer in answers:
        answer.to_match(losses.distance).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_distance_of_order_infinity(student, rng):
    """The distance of order infinity is the largest |p - q|, to which high orders come close.

    차수가 무한대인 거리는 가장 큰 |p - q|이며, 차수가 커질수록 거리는 이 값에 가까워집니다.
    """
    p = rng.normal(0, 2, 5)
    q = p + rng.permutation([-3.0, 2.0, 1.0, -0.5, 0.25])
    calls = [(p, q, np.inf), (q, p, np.inf), (q, p, 51), (p, -p, np.inf)]
    answers = [expect(student.distance)(*call) for call in calls]
    for answer in answers:
        answer.to_match(losses.distance)


def at_order(order, law):
    """Say that a law holds for distances of this order."""
    return Text(f"{law} at order {order}", f"차수가 {order}일 때 {law}")


@pytest.mark.task(5, points=1)
def test_distance_is_a_metric(student, rng):
    """The distance is symmetric, 0 only from a point to itself, and no detour is shorter.

    거리는 두 점을 바꾸어도 같고, 자기 자신까지만 0이며, 돌아가는 길이 더 짧을 수 없습니다.
    """
    p, q = rng.normal(0, 2, (2, 5))
    between = p + 0.4 * (q - p)  # on the way from p to q: the detour is as long as the way
    pairs = [(p, q), (q, p), (p, p), (p, -p), (p, between), (between, q)]
    for order in (1, 2, 3, np.inf):
        answers = [expect(student.distance)(a, b, order) for a, b in pairs]
        way, back, nowhere, across, first, second = (a.to_have_shape(()).value for a in answers)
        near = 1e-9 * abs(way)
        expect.that(abs(way - back) <= near, at_order(order, "d(p, q) = d(q, p)"))
        expect.that(abs(nowhere) <= near, at_order(order, "d(p, p) = 0"))
        expect.that(across > near, at_order(order, "d(p, -p) > 0"))
        expect.that(way <= first + second + near, at_order(order, "d(p, q) ≤ d(p, r) + d(r, q)"))


@pytest.mark.task(5, points=1)
def test_order_below_one(student, rng):
    """An order below 1 raises ValueError.

    차수가 1보다 작으면 ValueError가 발생합니다.
    """
    p, q = rng.normal(0, 2, (2, 3))
    answers = [expect(student.distance)(p, q, order) for order in (0.5, 0, -1)]
    for answer in answers:
        answer.to_raise(ValueError)
