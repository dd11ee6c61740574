"""Hidden suite of exercise13: the Gini impurity, splits, trees, and how many models decide.

Whoever computes an impurity in another order rounds differently, so no check may depend on which
of two *nearly* equal splits looks better. Random data are drawn again until every split that
matters is ahead by a clear margin. Where ties are the subject, they are exact in any formula:
all shares are sums of powers of two, both sides are pure, or two columns are the same.

Where a check makes several calls, it makes all of them before it states anything: what each call
returned then tells the mistakes apart, whichever statement fails first.
"""

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import ensembles, trees

LABELS = np.array([-3, 2, 7])  # no class numbers 0, 1, 2, and their mean is a label too


def shuffled(rng, *counts, labels=LABELS):
    """Return labels in random order: counts[c] times labels[c]."""
    return rng.permutation(np.repeat(labels[: len(counts)], counts))


def clear(X, y, depth):
    """Whether the best split of each node is ahead of the second best, or leaves pure sides."""
    splits = sorted(
        (impurity, column, threshold)
        for column in range(X.shape[1])
        for threshold, impurity in trees.split_impurities(X[:, column], y)
    )
    if depth == 0 or not splits or len(set(y.tolist())) == 1:
        return True
    if splits[0][0] > 0 and len(splits) > 1 and splits[1][0] - splits[0][0] < 1e-9:
        return False
    _impurity, column, threshold = splits[0]
    left = X[:, column] <= threshold
    return clear(X[left], y[left], depth - 1) and clear(X[~left], y[~left], depth - 1)


def noisy_column(rng, values):
    """Draw labels that mostly follow the size of `values`, until one split is clearly the best."""
    while True:
        chance = rng.uniform(size=len(values)) < 0.3
        y = LABELS[np.where(chance, rng.integers(0, 3, len(values)), values > np.median(values))]
        if len(set(y.tolist())) == 3 and clear(values[:, None], y, 1):
            return y


def noisy_table(rng, n, depth):
    """Draw a table of three columns whose labels depend on all of them, clear down to `depth`."""
    while True:
        X = rng.standard_normal((n, 3))
        rule = (X[:, 1] > 0.3).astype(int) + (X[:, 0] * X[:, 2] > 0)
        y = LABELS[np.where(rng.uniform(size=n) < 0.2, rng.integers(0, 3, n), rule)]
        if clear(X, y, depth):
            return X, y


def grown(student, depth, X, y):
    """Make a tree of the student's and fit it."""
    tree = student.DecisionTree(depth)
    tree.fit(X, y)
    return tree


def oracle(depth, X, y, new):
    """Return what the oracle's tree says about the rows `new`."""
    tree = trees.DecisionTree(depth)
    tree.fit(X, y)
    return tree.predict(new)


# Task 1


@pytest.mark.task(1, points=1)
def test_gini_of_three_classes(student, rng):
    """The Gini impurity of three classes is 1 minus the sum of their squared shares.

    세 클래스의 지니 불순도는 1에서 비율의 제곱의 합을 뺀 값입니다.
    """
    several = [(3, 1, 2), (1, 7, 4), tuple(rng.permutation([2, 3, 6]))]
    answers = [
        expect(student.gini)(shuffled(rng, *counts, labels=np.arange(3))) for counts in several
    ]
    for answer in answers:
        answer.to_match(trees.gini).to_leave_arguments_unchanged()


@pytest.mark.task(1, points=1)
def test_gini_of_any_labels(student, rng):
    """Any integers are labels, in any number of classes; the impurity of one class alone is 0.

    레이블은 어떤 정수든 될 수 있고 클래스가 몇 개든 괜찮습니다. 한 클래스뿐이면 불순도는 0입니다.
    """
    numbers = rng.permutation(np.arange(-9, 10))
    numbers[0] = -10  # at least one is negative
    several = [(3, 5), (1, 2, 3, 4), (4,), (1,), (1, 1, 1, 1, 1)]
    answers = [expect(student.gini)(shuffled(rng, *counts, labels=numbers)) for counts in several]
    for answer in answers:
        answer.to_match(trees.gini)


# Task 2


@pytest.mark.task(2, points=1)
def test_split_of_noisy_labels(student, rng):
    """Where no threshold separates the labels, the one with the purest two sides is found.

    어떤 기준값으로도 레이블이 나뉘지 않으면, 양쪽이 가장 순수해지는 기준값을 찾습니다.
    """
    columns = [rng.standard_normal(n) for n in (11, 14, 19)]
    answers = [expect(student.best_split)(x, noisy_column(rng, x)) for x in columns]
    for answer in answers:
        answer.to_match(trees.best_split).to_leave_arguments_unchanged()


@pytest.mark.task(2, points=1)
def test_split_at_either_end(student, rng):
    """The best threshold may lie beside the smallest or beside the largest value.

    가장 좋은 기준값은 가장 작은 값의 옆이나 가장 큰 값의 옆에 있을 수도 있습니다.
    """
    answers = []
    for end in (np.argmin, np.argmax):
        for inner, outer in ((0, 1), (1, 0)):
            x = rng.standard_normal(9)
            y = np.full(9, LABELS[inner])
            y[end(x)] = LABELS[outer]
            answers.append(expect(student.best_split)(x, y))
    for answer in answers:
        answer.to_match(trees.best_split)


@pytest.mark.task(2, points=1)
def test_split_of_repeated_values(student, rng):
    """Equal values stay together: a threshold lies in the middle between two different values.

    같은 값은 나뉘지 않습니다. 기준값은 서로 다른 두 값의 한가운데입니다.
    """
    answers = []
    for n in (12, 15, 18):
        values = np.sort(rng.uniform(-2.0, 2.0, 5))
        x = rng.permutation(values[np.arange(n) % 5])
        answers.append(expect(student.best_split)(x, noisy_column(rng, x)))
    for answer in answers:
        answer.to_match(trees.best_split)


@pytest.mark.task(2, points=1)
def test_first_of_equal_splits(student, rng):
    """Of equally good thresholds the lowest wins, even where no split is better than none.

    똑같이 좋은 기준값 가운데 가장 작은 것을 고릅니다. 분할해도 나아지지 않을 때도 그렇습니다.
    """
    answers = []
    for pattern in ([0, 0, 0, 1, 1, 1, 0, 0], [0, 1, 0, 1, 0, 1, 0, 1], [0] * 8):
        low, middle, high = np.cumsum(rng.uniform(0.5, 1.5, 3)) - 2.0
        x = np.repeat([low, middle, high], (2, 4, 2))
        order = rng.permutation(8)
        answers.append(expect(student.best_split)(x[order], LABELS[pattern][order]))
    for answer in answers:
        answer.to_match(trees.best_split)


@pytest.mark.task(2, points=1)
def test_nothing_to_split(student, rng):
    """If all values are equal, the threshold is None and the impurity that of all labels.

    값이 모두 같으면 기준값은 None이고 불순도는 전체 레이블의 불순도입니다.
    """
    several = [(2, 3, 1), (1, 4), (5,), (1,)]
    answers = [
        expect(student.best_split)(np.full(sum(counts), rng.normal()), shuffled(rng, *counts))
        for counts in several
    ]
    for answer in answers:
        answer.to_match(trees.best_split)


@pytest.mark.task(2, points=1)
def test_split_of_whole_numbers(student, rng):
    """Between 3 and 4 the threshold is 3.5: integers count as floats, and x and y stay as they are.

    3과 4 사이의 기준값은 3.5입니다. 정수는 실수형으로 다루며, x와 y는 바뀌지 않습니다.
    """
    answers = []
    for n in (13, 16):
        steps = 2 * rng.integers(0, 3, n) + 1  # odd, so that every midpoint ends in .5
        x = rng.permutation(np.cumsum(steps) - n)
        answers.append(expect(student.best_split)(x, noisy_column(rng, x)))
    for answer in answers:
        answer.to_match(trees.best_split).to_leave_arguments_unchanged()


# Task 3


@pytest.mark.task(3, points=2)
def test_trees_of_depth_one_to_three(student, rng):
    """A tree of depth 1, 2 or 3 asks the best questions of all columns, and as many as it may.

    깊이가 1, 2, 3인 트리는 모든 열에서 가장 좋은 질문을 골라 허용된 만큼 묻습니다.
    """
    answers, wanted = [], []
    for depth in (1, 2, 3):
        X, y = noisy_table(rng, 40, depth)
        new = rng.standard_normal((30, 3))
        answers.append(expect(grown(student, depth, X, y).predict)(new))
        wanted.append(oracle(depth, X, y, new))
    for answer, labels in zip(answers, wanted, strict=True):
        answer.to_match(labels)


@pytest.mark.task(3, points=1)
def test_tree_of_depth_zero(student, rng):
    """Without a question a tree answers the most common label, the lowest one on a tie.

    질문이 없는 트리는 가장 많은 레이블을 답하고, 개수가 같으면 가장 작은 레이블을 답합니다.
    """
    answers, wanted = [], []
    for counts in ((3, 1, 5), (1, 4, 2), (2, 3, 3), (4, 1, 4), (3, 3, 2)):
        y = -np.sort(-shuffled(rng, *counts))  # the higher of two equals comes first
        X, new = rng.standard_normal((len(y), 2)), rng.standard_normal((4, 2))
        answers.append(expect(grown(student, 0, X, y).predict)(new))
        wanted.append(oracle(0, X, y, new))
    for answer, labels in zip(answers, wanted, strict=True):
        answer.to_match(labels)


@pytest.mark.task(3, points=1)
def test_tree_of_xor(student, rng):
    """A node is split even if that gains nothing: two questions solve XOR, which one cannot.

    이득이 없어도 노드를 나눕니다. 질문 하나로는 풀 수 없는 XOR을 질문 둘로 풉니다.
    """
    low, high = -rng.uniform(0.5, 2.0, 2), rng.uniform(0.5, 2.0, 2)
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    X = np.where(corners == 1, high, low)
    y = rng.permutation(LABELS)[corners.sum(axis=1) % 2]
    order = np.tile(rng.permutation(4), 2)
    answers = [expect(grown(student, d, X[order], y[order]).predict)(X) for d in (2, 1)]
    # Not judged here: it tells whether the tree or best_split asks for a gain.
    expect(student.best_split)(X[order, 0], y[order])
    for answer, depth in zip(answers, (2, 1), strict=True):
        answer.to_match(oracle(depth, X[order], y[order], X))


@pytest.mark.task(3, points=1)
def test_tree_that_learns_by_heart(student, rng):
    """With depth enough a tree gives every training row its label; equal rows vote.

    깊이가 충분하면 트리는 학습한 행을 모두 맞힙니다. 값이 같은 행끼리는 다수결로 정합니다.
    """
    different = rng.standard_normal((14, 2)), LABELS[rng.permutation(np.arange(14) % 3)]
    one_column = rng.standard_normal((9, 1)), LABELS[rng.permutation(np.arange(9) % 3)]
    order = rng.permutation(12)
    places = rng.standard_normal((3, 2))[np.repeat(np.arange(3), (4, 5, 3))]
    votes = LABELS[[2, 0, 2, 1, 0, 1, 0, 1, 2, 0, 1, 1]]
    repeated = places[order], votes[order]
    several = (different, one_column, repeated)
    answers = [expect(grown(student, 20, X, y).predict)(X) for X, y in several]
    for answer, (X, y) in zip(answers, several, strict=True):
        answer.to_match(oracle(20, X, y, X))


@pytest.mark.task(3, points=1)
def test_equal_columns_and_the_threshold_itself(student, rng):
    """Of equally good columns the first is asked, and a value equal to the threshold goes left.

    똑같이 좋은 열 가운데 첫 번째 열에 묻고, 기준값과 같은 값은 왼쪽으로 갑니다.
    """
    first, second = 2 * rng.integers(1, 5) + 1, 2 * rng.integers(1, 5)  # odd steps, even offsets
    x = np.repeat([second, second + 2 * first], 3).astype(float)
    X = np.stack([np.zeros(6), x, x], axis=1)
    y = np.repeat(rng.permutation(LABELS)[:2], 3)
    middle = float(second + first)
    new = np.array(
        [
            [0.0, middle, middle + 9.0],
            [0.0, middle - 0.25, middle + 0.25],
            [9.0, middle + 0.25, middle - 0.25],
            [-9.0, middle, middle],
        ]
    )
    expect(grown(student, 1, X, y).predict)(new).to_match(oracle(1, X, y, new))


@pytest.mark.task(3, points=1)
def test_trees_of_whole_numbers_fitted_twice(student, rng):
    """Trees know nothing of each other, fit starts anew each time, and integers count as floats.

    트리끼리는 서로 영향을 주지 않고, fit은 매번 새로 시작하며, 정수는 실수형으로 다룹니다.
    """

    def data(columns):
        while True:
            X, y = rng.integers(-20, 20, (15, columns)), LABELS[rng.integers(0, 3, 15)]
            if clear(X, y, 2):
                return X, y

    one, two, three = data(2), data(2), data(3)
    first, second = student.DecisionTree(2), student.DecisionTree(1)
    fits = [expect(first.fit)(*one), expect(second.fit)(*two)]
    new, wide = rng.integers(-20, 20, (20, 2)), rng.integers(-20, 20, (20, 3))
    answers = [expect(first.predict)(new), expect(second.predict)(new)]
    fits.append(expect(first.fit)(*three))
    answers += [expect(first.predict)(wide), expect(second.predict)(new[:1])]
    for fit in fits:
        fit.to_leave_arguments_unchanged()
    for answer, labels in zip(
        answers,
        (
            oracle(2, *one, new),
            oracle(1, *two, new),
            oracle(2, *three, wide),
            oracle(1, *two, new[:1]),
        ),
        strict=True,
    ):
        answer.to_match(labels).to_leave_arguments_unchanged()


# Task 4


ROW_NUMBERS = Text("integers from 0 to n - 1", "0부터 n - 1까지의 정수입니다")


def is_sample_of(n):
    """Return whether a value is made of row numbers below `n`."""

    def is_sample(sample):
        return sample.dtype.kind in "iu" and sample.min() >= 0 and sample.max() < n

    return is_sample


@pytest.mark.task(4, points=1)
def test_bootstrap_draws_from_rng(student, rng):
    """A sample has n row numbers; the same state of rng gives it again, the next draw another.

    표본은 행 번호 n개입니다. rng의 상태가 같으면 같은 표본이, 이어서 뽑으면 다른 표본이 나옵니다.
    """
    for n in (1, 6, 50):
        seed = int(rng.integers(2**32))
        generator = student.rng(seed)
        samples = [expect(student.bootstrap)(n, generator) for _ in range(2)]
        again = expect(student.bootstrap)(n, student.rng(seed))
        for sample in (*samples, again):
            sample.to_have_shape((n,)).to_satisfy(is_sample_of(n), ROW_NUMBERS)
        expect.that(
            np.array_equal(again.value, samples[0].value),
            Text(
                "another rng in the same state gives the same sample: "
                "all random numbers come from rng",
                "상태가 같은 다른 rng에서도 같은 표본이 나오고, 모든 난수는 rng에서 얻습니다",
            ),
        )
        if n == 50:
            expect.that(
                not np.array_equal(samples[0].value, samples[1].value),
                Text(
                    "a second call, which finds rng in its next state, draws another sample",
                    "두 번째 호출에서는 rng의 상태가 다르므로 다른 표본을 뽑습니다",
                ),
            )


@pytest.mark.task(4, points=1)
def test_bootstrap_share(student, rng):
    """As many draws as there are rows reach about 63.2 % of the rows, some of them several times.

    행의 수만큼 뽑은 표본에는 전체 행의 약 63.2 %가 들어 있고, 그중 일부는 여러 번 들어 있습니다.
    """
    n = 2000
    sample = expect(student.bootstrap)(n, student.rng(int(rng.integers(2**32))))
    sample.to_have_shape((n,)).to_satisfy(is_sample_of(n), ROW_NUMBERS)
    # Each bound is six standard deviations away: one honest sample in a thousand million fails.
    share = len(np.unique(sample.value)) / n
    expect.that(
        0.59 < share < 0.675,
        Text(
            "between 59 % and 67.5 % of 2000 rows are in the sample",
            "행 2000개 가운데 59%에서 67.5%가 표본에 들어 있습니다",
        ),
    )
    lower_half = np.count_nonzero(sample.value < n // 2)
    expect.that(
        860 < lower_half < 1140,
        Text(
            "half of the draws are rows of the first half",
            "뽑은 행 번호의 절반쯤은 앞쪽 절반의 행입니다",
        ),
    )
    expect.that(
        np.bincount(sample.value).max() < 20,
        Text("no row of 2000 is drawn 20 times", "행 2000개 가운데 20번 뽑힌 행은 없습니다"),
    )


@pytest.mark.task(4, points=1)
def test_every_row_can_be_drawn(student, rng):
    """Of three rows the first, the second and the last come equally often.

    행이 세 개이면 첫째, 둘째, 마지막 행이 모두 같은 빈도로 나옵니다.
    """
    generator = student.rng(int(rng.integers(2**32)))
    counts = np.zeros(3)
    for _ in range(100):
        sample = expect(student.bootstrap)(3, generator).to_have_shape((3,))
        sample.to_satisfy(is_sample_of(3), ROW_NUMBERS)
        counts += np.bincount(sample.value, minlength=3)
    expect.that(  # six standard deviations
        np.all(np.abs(counts - 100) < 50),
        Text(
            "in 300 draws, each of 3 rows comes about 100 times",
            "300번 뽑으면 행 3개가 각각 100번쯤 나옵니다",
        ),
    )


# Task 5


@pytest.mark.task(5, points=1)
def test_vote_of_five_models(student, rng):
    """Each row gets the label that most of five models give it.

    각 행의 답은 다섯 모델 가운데 가장 많은 모델이 고른 레이블입니다.
    """
    answers = []
    for n in (9, 7):
        columns = [
            shuffled(rng, *rng.permutation([3, 2, 0]), labels=rng.permutation(LABELS))
            for _ in range(n)
        ]
        answers.append(expect(student.majority_vote)(np.stack(columns, axis=1)))
    for answer in answers:
        answer.to_match(ensembles.majority_vote).to_leave_arguments_unchanged()


@pytest.mark.task(5, points=1)
def test_vote_with_ties(student, rng):
    """On a tie the lowest of the most common labels wins, whoever votes first.

    개수가 같으면 가장 많은 레이블 가운데 가장 작은 것이 답입니다. 모델의 순서는 상관없습니다.
    """
    ties = np.array([[7, 7, 2, 2, 7], [2, 2, 7, -3, 7], [7, 2, -3, 2, 2], [2, 7, 7, -3, -3]])
    wide = LABELS[rng.integers(0, 3, (6, 12))]
    several = [ties[:, rng.permutation(5)], wide, wide[:1], wide[:2, :1]]
    answers = [expect(student.majority_vote)(votes) for votes in several]
    for answer in answers:
        answer.to_match(ensembles.majority_vote)


# Task 6


def weighted(rng, n, error):
    """Draw weights that sum to 1, and rows that went wrong, with about `error` of the weight."""
    wrong = rng.permutation(np.arange(n) < n // 2)
    weights = rng.uniform(0.5, 1.5, n)
    weights[wrong] *= error / weights[wrong].sum()
    weights[~wrong] *= (1 - error) / weights[~wrong].sum()
    return weights, wrong


@pytest.mark.task(6, points=1)
def test_weights_after_a_good_model(student, rng):
    """The weights of the wrong rows, not their number, decide alpha; then these weights rise.

    틀린 행의 개수가 아니라 가중치가 alpha를 정하고, 그 행들의 가중치는 커집니다.
    """
    several = [weighted(rng, n, float(rng.uniform(0.1, 0.4))) for n in (7, 11)]
    answers = [expect(student.boost_weights)(*arguments) for arguments in several]
    for answer in answers:
        answer.to_match(ensembles.boost_weights).to_leave_arguments_unchanged()


@pytest.mark.task(6, points=1)
def test_weights_after_a_bad_model(student, rng):
    """A model worse than a coin has a negative alpha, and the wrong rows weigh one half again.

    동전 던지기보다 못한 모델의 alpha는 음수이고, 틀린 행의 가중치의 합은 다시 1/2이 됩니다.
    """
    several = [weighted(rng, n, float(rng.uniform(0.6, 0.9))) for n in (6, 9)]
    answers = [expect(student.boost_weights)(*arguments) for arguments in several]
    for answer, (_weights, wrong) in zip(answers, several, strict=True):
        answer.to_match(ensembles.boost_weights)
        new = answer.value[1]
        name = Text("the sum of the new weights", "새 가중치의 합")
        expect.value(np.sum(new), name).to_match(1.0)
        name = Text("the new weight of the wrong rows", "틀린 행의 새 가중치의 합")
        expect.value(np.sum(new[wrong]), name).to_match(0.5)


# Task 7


class Model:
    """What `fit` returns: the student's code can only hand it to `predict`."""

    def __init__(self, X, y):
        X = np.atleast_2d(np.asarray(X, dtype=float))
        self.seen = {row.tobytes() for row in X}
        self.slopes = np.linalg.solve(X.T @ X + np.eye(X.shape[1]), X.T @ np.asarray(y, float))


def fit(X, y):
    """Ridge regression."""
    return Model(X, y)


def predict(model, X):
    """The height of its plane."""
    return np.asarray(X, dtype=float) @ model.slopes


@pytest.mark.task(7, points=1)
def test_out_of_fold_predictions(student, rng):
    """Each row is predicted by a model fitted to all other folds; the folds are contiguous.

    각 행은 다른 모든 폴드로 학습한 모델이 예측합니다. 폴드는 이어진 행들로 이루어집니다.
    """
    answers = []
    for n, k in ((10, 3), (11, 4), (9, 3), (6, 6), (7, 2)):
        X, y = rng.standard_normal((n, 2)), rng.permutation(np.arange(n) - 3)
        answers.append(expect(student.out_of_fold)(fit, predict, X, y, k))
    for answer in answers:
        answer.to_match(ensembles.out_of_fold).to_leave_arguments_unchanged()


@pytest.mark.task(7, points=1)
def test_no_model_has_seen_the_row_it_predicts(student, rng):
    """No model is asked for a row that it was fitted to, and every other row is put to use.

    어떤 모델도 학습에 쓴 행을 예측하지 않고, 예측하지 않는 행은 모두 학습에 씁니다.
    """

    def count(model, X):
        """The number of rows it was fitted to; -1 for a row it has seen."""
        rows = np.atleast_2d(np.asarray(X, dtype=float))
        return np.array(
            [-1.0 if r.tobytes() in model.seen else float(len(model.seen)) for r in rows]
        )

    answers = []
    for n, k in ((13, 5), (8, 3)):
        X, y = rng.standard_normal((n, 2)), rng.integers(0, 2, n)
        answers.append(expect(student.out_of_fold)(fit, count, X, y, k))
    for answer in answers:
        answer.to_match(ensembles.out_of_fold)
