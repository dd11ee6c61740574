"""The hidden suite of exercise6.

Every row of a table is drawn apart, so a row tells its own number, and `Witness` can read off the
tables it is given which rows trained and which were tested. Its model is a vote of the nearest
neighbours: the scores depend on every row of both parts, but not on their order.

Without an rng the folds are fixed, up to the order inside an array; with one, only what must hold
for any shuffling is checked.
"""

import contextlib

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import model_selection

CLASSES = 3
# n and k: k divides n, or leaves one row over, or several.
DIVISIONS = ((12, 4), (10, 3), (7, 5), (29, 5), (9, 2))

# What messages say, in the order of the checks.
PAIRS = Text(
    "a list of k pairs (train, test), each of two integer arrays with one axis",
    "쌍 (train, test) k개의 리스트이고, 각 쌍은 1차원 정수 배열 두 개입니다",
)
EVERY_ROW_TESTED = Text(
    "every row is in exactly one test fold", "모든 행은 정확히 한 폴드의 test에 있습니다"
)
NO_ROW_IN_BOTH = Text(
    "no row is in both train and test", "train과 test에 모두 들어 있는 행은 없습니다"
)
TEST_HAS_A_SHARE = Text("test has about n / k rows", "test의 행은 n / k개쯤입니다")
TRAIN_IS_THE_REST = Text("train is all the other rows", "train은 나머지 행 전부입니다")
SIZES = Text("the list of the folds' sizes", "폴드 크기의 리스트")
BLOCKS_IN_ORDER = Text(
    "each fold is the block of rows after the last one",
    "각 폴드는 앞 폴드에 바로 이어지는 행들의 블록입니다",
)
ONE_ROW_EACH = Text(
    "fold i tests row i alone and trains with all the others",
    "폴드 i는 i행만 테스트하고 나머지 행 전부로 학습합니다",
)
SHUFFLED = Text(
    "the folds are not blocks of consecutive rows",
    "폴드의 행은 섞여 있어 순서대로 이어지지 않습니다",
)
SAME_FOLDS = Text(
    "two generators in the same state give the same folds",
    "상태가 같은 rng 둘은 같은 폴드를 만듭니다",
)
OTHER_FOLDS = Text(
    "generators in different states give different folds", "상태가 다른 rng는 다른 폴드를 만듭니다"
)
FIT_ONCE = Text("fit is called once for each fold", "fit은 폴드마다 한 번 호출됩니다")
FIT_GETS_ROWS = Text(
    "fit gets rows of X, as an array with two axes", "fit은 X의 행들을 2차원 배열로 받습니다"
)
FIT_GETS_THE_REST = Text(
    "fit gets all rows outside the fold, each of them once",
    "fit은 그 폴드 밖의 모든 행을 한 번씩 받습니다",
)
PREDICT_ONCE = Text("predict is called once for each fold", "predict는 폴드마다 한 번 호출됩니다")
PREDICT_GETS_ROWS = Text(
    "predict gets rows of X, as an array with two axes",
    "predict는 X의 행들을 2차원 배열로 받습니다",
)
MODEL_OF_FIT = Text(
    "predict gets a model that fit has returned", "predict는 fit이 반환한 모델을 받습니다"
)
PREDICT_GETS_THE_TEST = Text("predict gets the test rows", "predict는 테스트 행을 받습니다")
UNSEEN = Text(
    "the model has not seen the rows it is tested on",
    "모델은 자신을 테스트하는 행을 미리 보지 않았습니다",
)
BOTH_ONCE = Text(
    "fit and predict are called once for each fold", "fit과 predict는 폴드마다 한 번씩 호출됩니다"
)
BOTH_GET_ROWS = Text(
    "fit and predict get rows of X, as arrays with two axes",
    "fit과 predict는 X의 행들을 2차원 배열로 받습니다",
)
EACH_TESTED_ONCE = Text("every row is tested once", "모든 행은 한 번씩 테스트됩니다")
TRAINED_WITH_THE_REST = Text(
    "the model was trained with all the other rows", "모델은 나머지 행 전부로 학습했습니다"
)
SORTED_SCORES = Text("the sorted scores", "정렬한 점수")
MIDDLE = Text("the middle of low and high", "low와 high의 가운데")
THREE_ARRAYS = Text("three integer arrays with one axis", "1차원 정수 배열 세 개입니다")
PART_SIZES = Text("the list of the parts' sizes", "세 부분 크기의 리스트")
ONE_PART_EACH = Text("every row is in exactly one part", "모든 행은 정확히 한 부분에 들어 있습니다")
SAME_PARTS = Text(
    "two generators in the same state give the same parts",
    "상태가 같은 rng 둘은 세 부분을 똑같이 나눕니다",
)
OTHER_PARTS = Text(
    "each part is drawn anew by a generator in another state",
    "rng의 상태가 다르면 각 부분에 다른 행이 뽑힙니다",
)
PARTS_SHUFFLED = Text(
    "the parts are not blocks of consecutive rows",
    "각 부분의 행은 섞여 있어 순서대로 이어지지 않습니다",
)


def is_index_array(value):
    """Whether a value is an array of integers with one axis."""
    return isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind in "iu"


def is_list_of_pairs(value, k):
    """Whether a value is a list of k pairs of index arrays."""
    return (
        isinstance(value, list | tuple)
        and len(value) == k
        and all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in value)
        and all(is_index_array(rows) for pair in value for rows in pair)
    )


def folds_of(student, n, k, rng=None):
    """Call `kfold_indices`; return the folds as pairs of sorted lists."""
    answer = expect(student.kfold_indices)(*((n, k) if rng is None else (n, k, rng)))
    answer.to_satisfy(lambda value: is_list_of_pairs(value, k), PAIRS)
    return [(sorted(train.tolist()), sorted(test.tolist())) for train, test in answer.value]


def record_folds(student, n, k, *rng):
    """Have the folds on record: where they are wrong, they explain wrong scores.

    They decide nothing, for `cross_validate` may be right without `kfold_indices`.
    """
    with contextlib.suppress(Exception):
        student.kfold_indices(n, k, *rng)


def are_blocks(tests):
    """Whether all folds consist of consecutive rows: nothing was shuffled."""
    return all(test == list(range(test[0], test[0] + len(test))) for test in tests if test)


class Nearest:
    """The model that stays here: the rows it was trained with, and their labels."""

    def __init__(self, X, y):
        self.X, self.y = X, y


class Witness:
    """`fit` and `predict` by the vote of the three nearest rows; records what they are given."""

    def __init__(self, X, y):
        self._rows = {row.tobytes(): number for number, row in enumerate(X)}
        self._shape, self._y = X.shape, y
        self.models, self.trained, self.labels, self.used, self.tested = [], [], [], [], []
        self.right = []

    def rows(self, X):
        """Return the row numbers of a table; None for what is no table of known rows."""
        if not isinstance(X, np.ndarray) or X.ndim != 2 or X.shape[1] != self._shape[1]:
            return None
        found = [self._rows.get(np.asarray(row, dtype=float).tobytes()) for row in X]
        return None if None in found else found

    def fit(self, X, y):
        """nearest neighbours: fit"""
        model = Nearest(X, y)
        self.models.append(model)
        self.trained.append(self.rows(X))
        self.labels.append(y)
        return model

    def predict(self, model, X):
        """nearest neighbours: predict"""
        rows = self.rows(X)
        self.tested.append(rows)
        self.used.append(next((i for i, m in enumerate(self.models) if m is model), None))
        labels = self.vote(model, X)
        self.right.append(np.mean(labels == self._y[rows]) if rows else None)
        return labels

    def vote(self, model, X):
        """Return the commonest label of the nearest training rows; -1 where there are none."""
        if not isinstance(X, np.ndarray) or X.ndim == 0:
            return np.array([-1])
        if (
            not isinstance(model, Nearest)
            or self.rows(X) is None
            or not self.rows(model.X)
            or not isinstance(model.y, np.ndarray)
            or model.y.shape != (len(model.X),)
        ):
            return np.full(len(X), -1)
        distances = np.sum((X[:, np.newaxis] - model.X) ** 2, axis=-1)
        votes = model.y[np.argsort(distances, axis=1)[:, :3]]
        shares = [np.mean(votes == label, axis=1) for label in range(CLASSES)]
        return np.argmax(shares, axis=0)


def problem(rng, n):
    """Draw a table of n rows, whose three classes overlap."""
    y = rng.integers(0, CLASSES, n)
    return rng.normal(size=(n, 4)) + 0.7 * y[:, np.newaxis], y


# --- task 1 ----------------------------------------------------------------------------------


@pytest.mark.task(1, points=1)
def test_every_row_is_tested_once(student):
    """Together the test rows of the k folds are all the rows, each of them once.

    k개 폴드의 테스트 행을 모두 모으면 모든 행이 정확히 한 번씩 나옵니다.
    """
    for n, k in DIVISIONS:
        folds = folds_of(student, n, k)
        tested = sorted(row for _, test in folds for row in test)
        expect.that(tested == list(range(n)), EVERY_ROW_TESTED)


@pytest.mark.task(1, points=1)
def test_train_is_all_the_others(student):
    """In each fold the training rows are all the rows that are not tested, each of them once.

    각 폴드의 학습 행은 테스트하지 않는 나머지 행 전부이고, 각각 한 번만 나옵니다.
    """
    for n, k in DIVISIONS:
        for train, test in folds_of(student, n, k):
            expect.that(not set(train) & set(test), NO_ROW_IN_BOTH)
            expect.that(0 < len(test) <= -(-n // k), TEST_HAS_A_SHARE)
            expect.that(sorted(train + test) == list(range(n)), TRAIN_IS_THE_REST)


@pytest.mark.task(1, points=1)
def test_sizes_of_the_folds(student):
    """The sizes of the folds differ by at most one, and the larger folds come first.

    폴드의 크기는 최대 1만큼 차이 나고, 큰 폴드가 먼저 옵니다.
    """
    for n, k in DIVISIONS:
        sizes = [len(test) for _, test in folds_of(student, n, k)]
        expected = [n // k + 1] * (n % k) + [n // k] * (k - n % k)
        expect.value(sizes, SIZES).to_match(expected)


@pytest.mark.task(1, points=1)
def test_folds_are_blocks(student):
    """Without an rng the folds are consecutive rows in order: the first fold tests the first rows.

    rng가 없으면 폴드는 순서대로 이어진 행들입니다. 첫 폴드는 맨 앞의 행들을 테스트합니다.
    """
    for n, k in DIVISIONS:
        expected = model_selection.kfold_indices(n, k)
        for (_, test), (_, block) in zip(folds_of(student, n, k), expected, strict=True):
            expect.that(test == block.tolist(), BLOCKS_IN_ORDER)


@pytest.mark.task(1, points=1)
def test_as_many_folds_as_rows(student):
    """With k = n each fold tests one row and trains with the n - 1 others; n = k = 2 works too.

    k = n이면 폴드마다 한 행을 테스트하고 나머지 n - 1행으로 학습합니다. n = k = 2도 됩니다.
    """
    for n in (6, 2):
        folds = folds_of(student, n, n)
        expected = [([other for other in range(n) if other != row], [row]) for row in range(n)]
        expect.that(folds == expected, ONE_ROW_EACH)


@pytest.mark.task(1, points=1)
def test_impossible_numbers_of_folds(student):
    """k = 1, k = 0 and k > n raise a ValueError.

    k = 1, k = 0, k > n이면 ValueError를 일으킵니다.
    """
    for n, k in ((5, 6), (5, 9), (5, 1), (5, 0)):
        expect(student.kfold_indices)(n, k).to_raise(ValueError)


@pytest.mark.task(1, points=1)
def test_shuffled_folds(student, rng):
    """With an rng the rows are shuffled, and each is still tested once, in folds of the same sizes.

    rng가 있으면 행을 섞습니다. 그래도 모든 행을 한 번씩 테스트하고 폴드의 크기도 같습니다.
    """
    for n, k in ((29, 5), (30, 4)):
        folds = folds_of(student, n, k, student.rng(int(rng.integers(2**31))))
        tests = [test for _, test in folds]
        tested = sorted(row for test in tests for row in test)
        expect.that(tested == list(range(n)), EVERY_ROW_TESTED)
        for train, test in folds:
            expect.that(sorted(train + test) == list(range(n)), TRAIN_IS_THE_REST)
        sizes = [n // k + 1] * (n % k) + [n // k] * (k - n % k)
        expect.value([len(test) for test in tests], SIZES).to_match(sizes)
        expect.that(not are_blocks(tests), SHUFFLED)


@pytest.mark.task(1, points=1)
def test_same_rng_same_folds(student, rng):
    """The same state of the rng gives the same folds, another state gives others.

    rng의 상태가 같으면 폴드도 같고, 상태가 다르면 폴드도 다릅니다.
    """
    seed = int(rng.integers(2**31))
    first = folds_of(student, 29, 5, student.rng(seed))
    again = folds_of(student, 29, 5, student.rng(seed))
    other = folds_of(student, 29, 5, student.rng(seed + 1))
    expect.that(first == again, SAME_FOLDS)
    expect.that(first != other, OTHER_FOLDS)


# --- task 2 ----------------------------------------------------------------------------------


@pytest.mark.task(2, points=2)
def test_scores_of_nearest_neighbours(student, rng):
    """The scores are the accuracies of the folds, in their order; X and y stay as they are.

    점수는 각 폴드의 정확도이고 폴드 순서대로 나옵니다. X와 y는 그대로입니다.
    """
    for n, k in ((29, 4), (26, 5), (7, 7)):
        X, y = problem(rng, n)
        record_folds(student, n, k)
        witness = Witness(X, y)
        expect(student.cross_validate)(witness.fit, witness.predict, X, y, k).to_match(
            model_selection.cross_validate
        ).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=1)
def test_what_fit_is_given(student, rng):
    """fit is called once for each fold, with all rows of the other folds and their labels.

    fit은 폴드마다 한 번, 다른 폴드의 모든 행과 그 레이블로 호출됩니다.
    """
    X, y = problem(rng, 29)
    record_folds(student, 29, 5)
    witness = Witness(X, y)
    answer = expect(student.cross_validate)(witness.fit, witness.predict, X, y, 5)
    answer.to_have_shape((5,))
    expect.that(len(witness.trained) == 5, FIT_ONCE)
    known = all(rows is not None for rows in witness.trained)
    expect.that(known, FIT_GETS_ROWS)
    for rows, labels in zip(witness.trained, witness.labels, strict=True):
        expect.value(labels, "y_train").to_match(y[rows])
    expected = sorted(sorted(train.tolist()) for train, _ in model_selection.kfold_indices(29, 5))
    trained = sorted(sorted(rows) for rows in witness.trained)
    expect.that(trained == expected, FIT_GETS_THE_REST)


@pytest.mark.task(2, points=1)
def test_what_predict_is_given(student, rng):
    """predict is called once for each fold, with its rows and the model trained on all others.

    predict는 폴드마다 한 번, 그 폴드의 행과 나머지 행으로 학습한 모델로 호출됩니다.
    """
    X, y = problem(rng, 28)
    record_folds(student, 28, 3)
    witness = Witness(X, y)
    answer = expect(student.cross_validate)(witness.fit, witness.predict, X, y, 3)
    answer.to_have_shape((3,))
    expect.that(len(witness.tested) == 3, PREDICT_ONCE)
    known = all(rows is not None for rows in witness.tested)
    expect.that(known, PREDICT_GETS_ROWS)
    known = all(number is not None for number in witness.used)
    expect.that(known, MODEL_OF_FIT)
    expected = [test.tolist() for _, test in model_selection.kfold_indices(28, 3)]
    expect.that(sorted(sorted(rows) for rows in witness.tested) == expected, PREDICT_GETS_THE_TEST)
    for number, rows in zip(witness.used, witness.tested, strict=True):
        trained = witness.trained[number] or []
        expect.that(not set(trained) & set(rows), UNSEEN)


@pytest.mark.task(2, points=2)
def test_shuffled_rows_keep_their_labels(student, rng):
    """With an rng rows and labels are shuffled together, once; the scores are those of the folds.

    rng가 있으면 행과 레이블을 함께 한 번 섞습니다. 점수는 그 폴드들의 정확도입니다.
    """
    X, y = problem(rng, 29)
    seed = int(rng.integers(2**31))
    record_folds(student, 29, 5, student.rng(seed))
    witness = Witness(X, y)
    ask = expect(student.cross_validate)
    answer = ask(witness.fit, witness.predict, X, y, 5, student.rng(seed)).to_have_shape((5,))
    calls = len(witness.trained), len(witness.tested)
    expect.that(calls == (5, 5), BOTH_ONCE)
    known = all(rows is not None for rows in witness.trained + witness.tested)
    expect.that(known, BOTH_GET_ROWS)
    for rows, labels in zip(witness.trained, witness.labels, strict=True):
        expect.value(labels, "y_train").to_match(y[rows])
    tests = [sorted(rows) for rows in witness.tested]
    expect.that(sorted(row for rows in tests for row in rows) == list(range(29)), EACH_TESTED_ONCE)
    expect.that(not are_blocks(tests), SHUFFLED)
    known = all(number is not None for number in witness.used)
    expect.that(known, MODEL_OF_FIT)
    for number, rows in zip(witness.used, tests, strict=True):
        together = sorted(witness.trained[number] + rows)
        expect.that(together == list(range(29)), TRAINED_WITH_THE_REST)
    expect.value(np.sort(answer.value), SORTED_SCORES).to_match(np.sort(witness.right))
    ask(witness.fit, witness.predict, X, y, 5, student.rng(seed)).to_match(answer.value)


# --- task 3 ----------------------------------------------------------------------------------


def summarise(student, scores):
    """State that the summary is right: t to four digits, the rest to nine."""
    mean, std, low, high = model_selection.summary(scores)
    answer = expect(student.summary)(scores)
    answer.to_match((mean, std, low, high), atol=4e-4 * (high - mean) + 1e-12)
    expect.value(answer.value[0], "mean").to_match(mean)
    expect.value(answer.value[1], "std").to_match(std)
    middle = (answer.value[2] + answer.value[3]) / 2
    expect.value(middle, MIDDLE).to_match(mean)
    return answer


@pytest.mark.task(3, points=1)
def test_summary_of_scores(student, rng):
    """The summary is mean, sample standard deviation, and the interval around the mean.

    요약은 평균, 표본 표준편차, 그리고 평균을 중심으로 한 구간입니다.
    """
    for k in (5, 10):
        summarise(student, rng.uniform(0.5, 0.9, k)).to_leave_arguments_unchanged()


@pytest.mark.task(3, points=1)
def test_every_number_of_scores(student, rng):
    """From 2 to 31 scores the interval has the t of k - 1 degrees of freedom.

    점수가 2개에서 31개까지, 구간에는 자유도 k - 1의 t를 씁니다.
    """
    for k in range(2, 32):
        summarise(student, rng.uniform(0.5, 0.9, k))


@pytest.mark.task(3, points=1)
def test_interval_of_wild_and_of_equal_scores(student, rng):
    """The interval may leave the range 0 to 1, and for equal scores it is the mean alone.

    구간은 0과 1 사이를 벗어날 수 있고, 점수가 모두 같으면 평균 하나로 줄어듭니다.
    """
    # Multiples of 1/16 have an exact mean, so that std is exactly 0.
    summarise(student, np.full(4, rng.integers(8, 15) / 16))
    summarise(student, np.array([0, 1, 1]))
    summarise(student, rng.permutation([0.0, 0.25, 1.0]))


# --- task 4 ----------------------------------------------------------------------------------


def parts_of(student, n, validation, test, rng):
    """Call `train_validation_test`; return its three parts as sorted lists."""
    answer = expect(student.train_validation_test)(n, validation, test, rng)
    answer.to_satisfy(
        lambda value: (
            isinstance(value, list | tuple)
            and len(value) == 3
            and all(is_index_array(rows) for rows in value)
        ),
        THREE_ARRAYS,
    )
    return [sorted(rows.tolist()) for rows in answer.value]


@pytest.mark.task(4, points=1)
def test_sizes_of_the_parts(student, rng):
    """The parts have the sizes asked for, in the order train, validation, test; 0 is a size too.

    세 부분은 학습, 검증, 테스트 순서이고 요청한 크기입니다. 크기는 0일 수도 있습니다.
    """
    for n, validation, test in ((23, 5, 3), (12, 0, 4), (12, 3, 0), (5, 0, 0), (6, 2, 3)):
        parts = parts_of(student, n, validation, test, student.rng(int(rng.integers(2**31))))
        sizes = [len(rows) for rows in parts]
        expected = [n - validation - test, validation, test]
        expect.value(sizes, PART_SIZES).to_match(expected)


@pytest.mark.task(4, points=1)
def test_parts_share_no_row(student, rng):
    """Every row is in exactly one of the three parts.

    모든 행은 세 부분 가운데 정확히 한 곳에 들어 있습니다.
    """
    for n, validation, test in ((23, 5, 3), (12, 3, 0), (17, 4, 9)):
        parts = parts_of(student, n, validation, test, student.rng(int(rng.integers(2**31))))
        together = sorted(row for rows in parts for row in rows)
        expect.that(together == list(range(n)), ONE_PART_EACH)


@pytest.mark.task(4, points=1)
def test_parts_are_drawn_by_the_rng(student, rng):
    """The same state of the rng gives the same parts; another state gives others, in all three.

    rng의 상태가 같으면 나눈 결과도 같고, 상태가 다르면 세 부분이 모두 달라집니다.
    """
    seed = int(rng.integers(2**31))
    first = parts_of(student, 40, 12, 9, student.rng(seed))
    again = parts_of(student, 40, 12, 9, student.rng(seed))
    other = parts_of(student, 40, 12, 9, student.rng(seed + 1))
    expect.that(first == again, SAME_PARTS)
    for mine, theirs in zip(first, other, strict=True):
        expect.that(mine != theirs, OTHER_PARTS)
    expect.that(not are_blocks(first[1:]), PARTS_SHUFFLED)


# --- task 5 ----------------------------------------------------------------------------------


def table(rng, n, d):
    """Draw a table whose columns have different means and spreads."""
    return rng.uniform(-5.0, 5.0, d) + rng.uniform(0.5, 3.0, d) * rng.normal(size=(n, d))


@pytest.mark.task(5, points=2)
def test_standardised_tables(student, rng):
    """Both tables are shifted and scaled by mean and std of the training columns, and not changed.

    두 표 모두 학습 표의 열 평균과 표준편차로 표준화하고, 받은 표는 바꾸지 않습니다.
    """
    for n, m, d in ((7, 4, 3), (5, 1, 2)):
        expect(student.standardise)(table(rng, n, d), table(rng, m, d)).to_match(
            model_selection.standardise
        ).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_integer_tables(student, rng):
    """Tables of integers become floats, and are not changed.

    정수로 된 표는 실수로 바뀌고, 받은 표는 그대로입니다.
    """
    train = rng.integers(-9, 10, (6, 3))
    train[:2] = [[-9, -9, -9], [9, 8, 7]]  # no column is constant
    test = rng.integers(-9, 10, (4, 3))
    expect(student.standardise)(train, test).to_match(
        model_selection.standardise
    ).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_constant_column(student, rng):
    """A column that is constant in train becomes 0 there, and x - mean in test.

    학습 표에서 값이 모두 같은 열은 0이 되고, 테스트 표에서는 x - 평균이 됩니다.
    """
    # Multiples of 1/4 have an exact mean, so that std is exactly 0.
    train, test = table(rng, 6, 4), table(rng, 3, 4)
    train[:, 1] = rng.integers(5, 20) / 4
    test[0, 1] = train[0, 1]
    train[:, 3] = 0.0
    expect(student.standardise)(train, test).to_match(model_selection.standardise)
    one_row = rng.integers(-20, 20, (1, 3)) / 4
    expect(student.standardise)(one_row, table(rng, 2, 3)).to_match(model_selection.standardise)
