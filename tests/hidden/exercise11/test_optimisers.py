"""The hidden suite of exercise11: five optimisers and one epoch of batches.

The student's optimiser and the reference's, its twin, get the same gradients. Each check is about
one thing, so that one slip costs one check: only those about eps have an eps other than 0, and
only those about lr change it. Gradients stay away from 0 there, and every key has its own shape.
Calls come first and statements last: all the calls then tell the mistakes apart.
"""

import numpy as np
import pytest

from grader.suite import Text, expect
from reference import optimisers

SHAPES = {"W1": (4, 6), "b1": (6,), "kernel": (2, 3, 5), "row": (1, 7)}


def signed(rng, shape):
    """Draw numbers of both signs that are neither small nor large."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.5, 2.0, shape)


def draw(rng):
    """Draw an array for every key."""
    return {key: signed(rng, shape) for key, shape in SHAPES.items()}


def shuffled(rng, grads):
    """Put the keys into another order."""
    return {key: grads[key] for key in rng.permutation(list(grads)).tolist()}


def copied(params):
    """Copy a dict and its arrays, for the twin to write into."""
    return {key: value.copy() for key, value in params.items()}


class Pair:
    """An optimiser of the student's and its twin, each with its own copy of the same parameters."""

    def __init__(self, student, own, twin, params):
        self.own, self.twin = own, twin
        self.wanted = copied(params)
        self.kept = student.keep(params)
        self.update = own.update

    def step(self, grads):
        """Let both take one step."""
        self.update(self.kept, grads)
        self.twin.update(self.wanted, grads)

    def set_lr(self, lr):
        """Give both another learning rate."""
        self.own.lr = self.twin.lr = lr

    def seen(self):
        """Return the student's parameters as they are now, and the twin's."""
        return {key: self.kept[key] for key in SHAPES}, copied(self.wanted)


def match_all(seen):
    """State that each pair in a dict `seen`, made by `Pair.seen`, is equal; the key names it."""
    for name, (mine, wanted) in seen.items():
        expect.value(mine, name).to_match(wanted)


def match_fifty_steps(student, own, twin, rng):
    """State that own and twin agree after one, after two and after fifty steps."""
    pair, seen = Pair(student, own, twin, draw(rng)), {}
    for step in range(1, 51):
        pair.step(shuffled(rng, draw(rng)))
        if step in (1, 2, 50):
            name = Text(f"params after update {step}", f"{step}번 갱신한 뒤의 params")
            seen[name] = pair.seen()
    match_all(seen)


def match_in_place(student, own, twin, rng):
    """State that the arrays themselves change, and that the gradients do not.

    The same gradients come three times, so that one that was made part of a memory would change.
    """
    params, grads = draw(rng), draw(rng)
    arrays = {key: student.keep(value) for key, value in params.items()}
    slopes = {key: student.keep(value) for key, value in grads.items()}
    kept, kept_grads, update = student.keep(arrays), student.keep(slopes), own.update
    wanted = copied(params)
    for _step in range(3):
        update(kept, kept_grads)
        twin.update(wanted, grads)
    now = {key: array.copy() for key, array in arrays.items()}
    slopes_now = {key: slope.copy() for key, slope in slopes.items()}
    own_arrays = Text("the caller's own arrays", "호출한 쪽이 가진 원래 배열")
    expect.value(now, own_arrays).to_match(wanted)
    after = Text("grads after the updates", "갱신한 뒤의 grads")
    expect.value(slopes_now, after).to_match(grads, rtol=0, atol=0)


def match_side_by_side(student, owns, twins, rng):
    """State that two optimisers used in turn keep apart, and that the lr of one may change."""
    pairs = [Pair(student, own, twin, draw(rng)) for own, twin in zip(owns, twins, strict=True)]
    rates = {4: rng.uniform(0.3, 0.5), 7: 0.0, 9: rng.uniform(0.05, 0.09)}
    seen = {}
    for step in range(1, 13):
        if step in rates:
            pairs[1].set_lr(float(rates[step]))
        for pair in pairs:
            pair.step(draw(rng))
        if step in (3, 8, 12):
            for number, pair in enumerate(pairs, start=1):
                name = Text(
                    f"params of optimiser {number}, update {step}",
                    f"{step}번 갱신한 뒤 옵티마이저 {number}의 params",
                )
                seen[name] = pair.seen()
    match_all(seen)


def match_eps(student, pairs, rng):
    """State that eps is where it belongs.

    `pairs` has an optimiser with the default eps, and one with an eps near the gradients, each
    with its twin.
    """
    (small_own, small_twin), (large_own, large_twin) = pairs
    small = Pair(student, small_own, small_twin, draw(rng))
    large = Pair(student, large_own, large_twin, draw(rng))
    still = {key: rng.permutation(np.arange(value.size) % 2) for key, value in draw(rng).items()}
    seen = {}
    for step in range(1, 6):
        # In half of the entries the gradient is always 0; in the others it is about 1e-7.
        grads = {key: g * 1e-7 * still[key].reshape(g.shape) for key, g in draw(rng).items()}
        small.step(grads)
        large.step(draw(rng))
        if step in (1, 5):
            after_small = Text(
                f"params after small gradients, update {step}",
                f"기울기가 작을 때 {step}번 갱신한 뒤의 params",
            )
            after_large = Text(
                f"params after a large eps, update {step}",
                f"eps가 클 때 {step}번 갱신한 뒤의 params",
            )
            seen |= {after_small: small.seen(), after_large: large.seen()}
    match_all(seen)


# --- task 1 ----------------------------------------------------------------------------------


@pytest.mark.task(1, points=1)
def test_sgd_takes_fifty_steps(student, rng):
    """In each of fifty steps every parameter goes lr times as far as its gradient, against it.

    쉰 번 갱신하는 동안 모든 파라미터가 기울기의 반대쪽으로 lr · 기울기만큼 움직입니다.
    """
    lr = float(rng.uniform(0.1, 0.3))
    match_fifty_steps(student, student.SGD(lr), optimisers.SGD(lr), rng)


@pytest.mark.task(1, points=1)
def test_sgd_changes_the_arrays_themselves(student, rng):
    """Whoever holds the arrays of params sees the step, and the gradients stay as they were.

    params의 배열을 따로 가지고 있어도 갱신이 보이고, 기울기는 그대로 남습니다.
    """
    match_in_place(student, student.SGD(0.2), optimisers.SGD(0.2), rng)


@pytest.mark.task(1, points=1)
def test_sgd_follows_its_own_lr(student, rng):
    """Each optimiser has its own lr, and a new lr counts from the next update on, also 0.

    옵티마이저마다 lr이 따로 있고, lr을 바꾸면 0이라도 다음 갱신부터 쓰입니다.
    """
    owns, twins = ([module.SGD(0.1), module.SGD(lr=0.25)] for module in (student, optimisers))
    match_side_by_side(student, owns, twins, rng)


# --- task 2 ----------------------------------------------------------------------------------


@pytest.mark.task(2, points=2)
def test_momentum_takes_fifty_steps(student, rng):
    """In each of fifty steps every parameter moves by a velocity that gathers the gradients.

    쉰 번 갱신하는 동안 모든 파라미터가 기울기를 모은 속도만큼 움직입니다.
    """
    given = (float(rng.uniform(0.1, 0.3)), float(rng.uniform(0.5, 0.8)))
    match_fifty_steps(student, student.Momentum(*given), optimisers.Momentum(*given), rng)


@pytest.mark.task(2, points=1)
def test_momentum_changes_the_arrays_themselves(student, rng):
    """Whoever holds the arrays of params sees the step, and the gradients stay as they were.

    params의 배열을 따로 가지고 있어도 갱신이 보이고, 기울기는 그대로 남습니다.
    """
    match_in_place(student, student.Momentum(0.2), optimisers.Momentum(0.2), rng)


@pytest.mark.task(2, points=1)
def test_momentum_keeps_its_own_velocity(student, rng):
    """Each optimiser has its own velocity and lr; a new lr leaves the velocity as it is.

    옵티마이저마다 속도와 lr이 따로 있고, lr을 바꾸어도 이미 쌓인 속도는 그대로입니다.
    """
    owns, twins = (
        [module.Momentum(0.1), module.Momentum(lr=0.25, momentum=0.6)]
        for module in (student, optimisers)
    )
    match_side_by_side(student, owns, twins, rng)


# --- task 3 ----------------------------------------------------------------------------------


@pytest.mark.task(3, points=1)
def test_adagrad_takes_fifty_steps(student, rng):
    """In each of fifty steps the gradient is divided by the root of the sum of all its squares.

    쉰 번 갱신하는 동안 기울기를 지금까지의 기울기 제곱을 모두 더한 값의 제곱근으로 나눕니다.
    """
    lr = float(rng.uniform(0.1, 0.3))
    own, twin = student.AdaGrad(lr, eps=0.0), optimisers.AdaGrad(lr, eps=0.0)
    match_fifty_steps(student, own, twin, rng)


@pytest.mark.task(3, points=1)
def test_adagrad_changes_the_arrays_themselves(student, rng):
    """Whoever holds the arrays of params sees the step, and the gradients stay as they were.

    params의 배열을 따로 가지고 있어도 갱신이 보이고, 기울기는 그대로 남습니다.
    """
    own, twin = student.AdaGrad(0.2, eps=0.0), optimisers.AdaGrad(0.2, eps=0.0)
    match_in_place(student, own, twin, rng)


@pytest.mark.task(3, points=1)
def test_adagrad_keeps_its_own_sum(student, rng):
    """Each optimiser has its own sum of squares and lr, and lr may change on the way.

    옵티마이저마다 제곱의 합과 lr이 따로 있고, lr은 도중에 바뀔 수 있습니다.
    """
    owns, twins = (
        [module.AdaGrad(0.1, eps=0.0), module.AdaGrad(lr=0.25, eps=0.0)]
        for module in (student, optimisers)
    )
    match_side_by_side(student, owns, twins, rng)


@pytest.mark.task(3, points=1)
def test_adagrad_adds_eps_to_the_root(student, rng):
    """eps is 1e-7 unless given, and is added to the root: a gradient of 0 moves nothing.

    eps는 주지 않으면 1e-7이고 제곱근에 더합니다. 기울기가 0이면 움직이지 않습니다.
    """
    lr, eps = float(rng.uniform(0.1, 0.3)), float(rng.uniform(0.3, 0.6))
    owns, twins = (
        [module.AdaGrad(lr), module.AdaGrad(lr, eps=eps)] for module in (student, optimisers)
    )
    match_eps(student, zip(owns, twins, strict=True), rng)


# --- task 4 ----------------------------------------------------------------------------------


@pytest.mark.task(4, points=1)
def test_rmsprop_takes_fifty_steps(student, rng):
    """In each of fifty steps the gradient is divided by the root of the moving mean of squares.

    쉰 번 갱신하는 동안 기울기를 기울기 제곱의 이동 평균의 제곱근으로 나눕니다.
    """
    given = (float(rng.uniform(0.1, 0.3)), float(rng.uniform(0.6, 0.8)))
    own, twin = student.RMSprop(*given, eps=0.0), optimisers.RMSprop(*given, eps=0.0)
    match_fifty_steps(student, own, twin, rng)


@pytest.mark.task(4, points=1)
def test_rmsprop_changes_the_arrays_themselves(student, rng):
    """Whoever holds the arrays of params sees the step, and the gradients stay as they were.

    params의 배열을 따로 가지고 있어도 갱신이 보이고, 기울기는 그대로 남습니다.
    """
    own, twin = student.RMSprop(0.2, eps=0.0), optimisers.RMSprop(0.2, eps=0.0)
    match_in_place(student, own, twin, rng)


@pytest.mark.task(4, points=1)
def test_rmsprop_keeps_its_own_mean(student, rng):
    """Each optimiser has its own mean of squares and lr, and lr may change on the way.

    옵티마이저마다 제곱의 이동 평균과 lr이 따로 있고, lr은 도중에 바뀔 수 있습니다.
    """
    owns, twins = (
        [module.RMSprop(0.1, eps=0.0), module.RMSprop(lr=0.25, rho=0.7, eps=0.0)]
        for module in (student, optimisers)
    )
    match_side_by_side(student, owns, twins, rng)


@pytest.mark.task(4, points=1)
def test_rmsprop_adds_eps_to_the_root(student, rng):
    """eps is 1e-7 unless given, and is added to the root: a gradient of 0 moves nothing.

    eps는 주지 않으면 1e-7이고 제곱근에 더합니다. 기울기가 0이면 움직이지 않습니다.
    """
    lr, eps = float(rng.uniform(0.1, 0.3)), float(rng.uniform(0.3, 0.6))
    owns, twins = (
        [module.RMSprop(lr), module.RMSprop(lr, eps=eps)] for module in (student, optimisers)
    )
    match_eps(student, zip(owns, twins, strict=True), rng)


# --- task 5 ----------------------------------------------------------------------------------


@pytest.mark.task(5, points=2)
def test_adam_takes_fifty_steps(student, rng):
    """In each of fifty steps both means are renewed, and corrected for their start at 0.

    쉰 번 갱신하는 동안 두 이동 평균이 매번 새로워지고, 0에서 시작한 만큼 보정됩니다.
    """
    low, high = float(rng.uniform(0.5, 0.7)), float(rng.uniform(0.8, 0.95))
    own, twin = (
        module.Adam(0.1, beta1=low, beta2=high, eps=0.0) for module in (student, optimisers)
    )
    match_fifty_steps(student, own, twin, rng)


@pytest.mark.task(5, points=1)
def test_adam_changes_the_arrays_themselves(student, rng):
    """Whoever holds the arrays of params sees the step, and the gradients stay as they were.

    params의 배열을 따로 가지고 있어도 갱신이 보이고, 기울기는 그대로 남습니다.
    """
    own, twin = student.Adam(0.2, eps=0.0), optimisers.Adam(0.2, eps=0.0)
    match_in_place(student, own, twin, rng)


@pytest.mark.task(5, points=1)
def test_adam_keeps_its_own_means(student, rng):
    """Each optimiser has its own means, count of updates and lr, and lr may change on the way.

    옵티마이저마다 이동 평균, 갱신 횟수, lr이 따로 있고, lr은 도중에 바뀔 수 있습니다.
    """
    owns, twins = (
        [module.Adam(eps=0.0), module.Adam(lr=0.25, beta1=0.7, beta2=0.9, eps=0.0)]
        for module in (student, optimisers)
    )
    match_side_by_side(student, owns, twins, rng)


@pytest.mark.task(5, points=1)
def test_adam_adds_eps_to_the_root(student, rng):
    """Adam() has lr .001, betas .9 and .999, eps 1e-7; eps is added to √v, before the correction.

    Adam()의 lr은 .001, 베타는 .9와 .999, eps는 1e-7이고, eps는 보정하기 전의 √v에 더합니다.
    """
    eps = float(rng.uniform(0.3, 0.6))
    owns, twins = ([module.Adam(), module.Adam(0.2, eps=eps)] for module in (student, optimisers))
    match_eps(student, zip(owns, twins, strict=True), rng)


# --- task 6 ----------------------------------------------------------------------------------


def is_list_of_rows(batches):
    """Whether it is a list of one-dimensional arrays of integers."""
    return isinstance(batches, list | tuple) and all(
        isinstance(batch, np.ndarray) and batch.ndim == 1 and batch.dtype.kind in "iu"
        for batch in batches
    )


def epochs(student, n, batch_size, generators):
    """Return the batches of one epoch for each of the generators, as lists of arrays."""
    answers = [expect(student.minibatches)(n, batch_size, rng) for rng in generators]
    for answer in answers:
        answer.to_satisfy(
            is_list_of_rows,
            Text(
                "it is a list of one-dimensional arrays of integers",
                "정수로 된 1차원 배열의 리스트입니다",
            ),
        )
    return [answer.value for answer in answers]


def new_seed(rng):
    """Draw a seed for a generator in the worker."""
    return int(rng.integers(2**31))


def alike(first, second):
    """Whether two epochs have the same batches in the same order."""
    return len(first) == len(second) and all(map(np.array_equal, first, second))


@pytest.mark.task(6, points=1)
def test_sizes_of_batches(student, rng):
    """Every batch has batch_size rows; only the last has fewer, and none is empty.

    모든 배치에는 batch_size개의 행이 있습니다. 마지막 배치만 더 작을 수 있고, 빈 배치는 없습니다.
    """
    cases = [(10, 3), (12, 4), (29, 6), (7, 7), (5, 8), (5, 1), (1, 1), (1, 3), (13, 12)]
    generators = [student.rng(new_seed(rng)) for _case in cases]
    found = [
        (n, batch_size, *epochs(student, n, batch_size, [generator]))
        for (n, batch_size), generator in zip(cases, generators, strict=True)
    ]
    for n, batch_size, batches in found:
        wanted = [len(batch) for batch in optimisers.minibatches(n, batch_size, rng)]
        sizes = [len(batch) for batch in batches]
        name = Text(
            f"the list of sizes for n = {n}, batch_size = {batch_size}",
            f"n = {n}, batch_size = {batch_size}일 때 배치 크기 리스트",
        )
        expect.value(sizes, name).to_match(wanted)


@pytest.mark.task(6, points=1)
def test_every_row_once(student, rng):
    """In one epoch every row from 0 to n - 1 comes exactly once.

    한 에폭에 0부터 n - 1까지 모든 행이 정확히 한 번씩 나옵니다.
    """
    cases = [(29, 6), (12, 4), (5, 8), (40, 1), (2000, 300)]
    generators = [student.rng(new_seed(rng)) for _case in cases]
    found = [
        (n, *epochs(student, n, batch_size, [generator]))
        for (n, batch_size), generator in zip(cases, generators, strict=True)
    ]
    for n, batches in found:
        rows = np.sort([row for batch in batches for row in batch.tolist()])
        name = Text(
            f"the rows of all batches, sorted, for n = {n},",
            f"n = {n}일 때 모든 배치의 행 번호를 정렬한 배열",
        )
        expect.value(rows, name).to_match(np.arange(n))


@pytest.mark.task(6, points=1)
def test_rows_are_shuffled(student, rng):
    """Chance decides which rows come together: no batch is a run of neighbours.

    어떤 행이 한 배치에 모일지는 우연이 정합니다. 이웃한 행으로만 된 배치는 없습니다.
    """
    for n, batch_size in ((60, 12), (200, 25)):
        for batches in epochs(student, n, batch_size, [student.rng(new_seed(rng))]):
            runs = [np.ptp(batch) < len(batch) if len(batch) else True for batch in batches]
            expect.that(
                len(batches) > 1, Text("there is more than one batch", "배치가 둘 이상입니다")
            )
            expect.that(
                not any(runs),
                Text(
                    "no batch consists of neighbouring rows", "이웃한 행으로만 된 배치가 없습니다"
                ),
            )


@pytest.mark.task(6, points=1)
def test_batches_come_from_the_generator(student, rng):
    """The same state of rng gives the same batches; the next epoch and another seed give others.

    rng의 상태가 같으면 배치도 같고, 다음 에폭이나 다른 시드에서는 달라집니다.
    """
    seed = new_seed(rng)
    again, other = student.rng(seed), student.rng(seed + 1)
    generator = student.rng(seed)
    first, second, same, different = epochs(student, 60, 12, [generator, generator, again, other])
    expect.that(
        alike(first, same),
        Text("the same state of rng gives the same batches", "rng의 상태가 같으면 배치도 같습니다"),
    )
    expect.that(
        not alike(first, second),
        Text("the next epoch has other batches", "에폭이 바뀌면 배치도 달라집니다"),
    )
    expect.that(
        not alike(first, different),
        Text("another seed gives other batches", "시드가 다르면 배치도 달라집니다"),
    )
