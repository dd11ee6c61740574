"""Hidden suite of exercise15: a recurrent layer, one step of an LSTM cell, and bags of words.

Weights have a standard deviation of 1, states are never 0, and in most calls every dimension is
different. The first call of a check has equal dimensions where that lets a wrong program return
numbers instead of an error: numbers tell mistakes apart. Where a check makes several calls, it
makes all of them before it states anything.
"""

import numpy as np
import pytest

from grader.suite import expect
from reference import sequences


def layer(rng, n, t, d, h, scale=1.0):
    """Draw x, h0, Wx, Wh and b of a recurrent layer."""
    shapes = [(n, t, d), (n, h), (d, h), (h, h), (h,)]
    x, h0, Wx, Wh, b = (scale * rng.standard_normal(shape) for shape in shapes)
    return x, h0, Wx, Wh, b


def cell(rng, n, d, h, scale=1.0):
    """Draw x, h, c, Wx, Wh and b of an LSTM cell; some memories are larger than 1."""
    shapes = [(n, d), (n, h), (n, h), (d, 4 * h), (h, 4 * h), (4 * h,)]
    x, state, c, Wx, Wh, b = (scale * rng.standard_normal(shape) for shape in shapes)
    return x, state, 2 * c, Wx, Wh, b


def whole(arrays):
    """Round arrays to whole numbers of an integer type."""
    return [np.rint(array).astype(np.int64) for array in arrays]


def match(function, calls, oracle):
    """State that every call is answered as by the oracle, and leaves its arguments alone."""
    answers = [expect(function)(*call) for call in calls]
    for answer in answers:
        answer.to_match(oracle)
    for answer in answers:
        answer.to_leave_arguments_unchanged()


# Task 1


@pytest.mark.task(1, points=2)
def test_states_of_random_sequences(student, rng):
    """Every step reads its input and the state before it: h = tanh(x_t @ Wx + h @ Wh + b).

    각 단계는 그때의 입력과 직전 상태를 읽습니다: h = tanh(x_t @ Wx + h @ Wh + b).
    """
    calls = [layer(rng, *sizes) for sizes in [(4, 4, 4, 4), (3, 7, 4, 5), (6, 3, 5, 2)]]
    match(student.rnn_forward, calls, sequences.rnn_forward)


@pytest.mark.task(1, points=1)
def test_states_of_the_smallest_sequences(student, rng):
    """A sequence of one step, a single sequence, one number a step and one unit are enough.

    한 단계짜리 시계열도, 시계열 하나만 있어도, 입력이 한 개여도, 노드가 하나여도 됩니다.
    """
    calls = [
        layer(rng, *sizes) for sizes in [(4, 1, 3, 5), (1, 6, 4, 3), (3, 4, 1, 2), (4, 5, 3, 1)]
    ]
    match(student.rnn_forward, calls, sequences.rnn_forward)


@pytest.mark.task(1, points=1)
def test_a_sequence_may_be_cut_in_two(student, rng):
    """A sequence may be cut in two: the second part starts from the last state of the first.

    시계열을 둘로 나누어도 됩니다. 뒷부분은 앞부분의 마지막 상태에서 시작합니다.
    """
    x, h0, *weights = layer(rng, 3, 7, 5, 4)
    states = sequences.rnn_forward(x, h0, *weights)
    first = expect(student.rnn_forward)(x[:, :3], h0, *weights).to_have_shape((3, 3, 4))
    second = expect(student.rnn_forward)(x[:, 3:], first.value[:, -1], *weights)
    first.to_match(states[:, :3])
    second.to_match(states[:, 3:])


@pytest.mark.task(1, points=1)
def test_states_of_large_sums(student, rng):
    """Sums of several thousand make no NaN: tanh is 1 or -1 there.

    가중합이 수천이어도 NaN이 나오지 않습니다. tanh는 그곳에서 1이나 -1입니다.
    """
    calls = []
    for sizes in [(3, 4, 5, 2), (2, 5, 3, 4)]:
        x, h0, Wx, Wh, b = layer(rng, *sizes)
        x[0] = 1.0  # one sequence has large sums, the others have ordinary ones
        Wx[-1] += rng.choice([-2000.0, 2000.0], Wx.shape[1])
        x[1:, :, -1] = 0.0
        calls.append((x, h0, Wx, Wh, b))
    match(student.rnn_forward, calls, sequences.rnn_forward)


@pytest.mark.task(1, points=1)
def test_states_of_whole_numbers(student, rng):
    """Integers count as floats, and all five arrays are the same after the call.

    정수는 실수형으로 다루고, 다섯 배열은 호출이 끝난 뒤에도 그대로입니다.
    """
    x, h0, Wx, Wh, b = layer(rng, 4, 5, 3, 6)
    calls = [
        whole(layer(rng, 3, 4, 2, 5, scale=2)),
        (*whole([x, 2 * h0]), Wx / 3, Wh / 3, b),  # the states are fractions
        layer(rng, 3, 4, 5, 2),
    ]
    match(student.rnn_forward, calls, sequences.rnn_forward)


# Task 2


@pytest.mark.task(2, points=2)
def test_random_steps_of_the_cell(student, rng):
    """The new memory is f * c + i * g, and the new state is o * tanh(new memory).

    새 기억은 f * c + i * g이고, 새 상태는 o * tanh(새 기억)입니다.
    """
    calls = [cell(rng, *sizes) for sizes in [(4, 4, 4), (3, 5, 4), (6, 2, 3)]]
    match(student.lstm_step, calls, sequences.lstm_step)


@pytest.mark.task(2, points=1)
def test_smallest_cells(student, rng):
    """A single sequence, one input and one unit are enough.

    시계열이 하나여도, 입력이 하나여도, 노드가 하나여도 됩니다.
    """
    calls = [cell(rng, *sizes) for sizes in [(1, 3, 4), (5, 1, 3), (4, 3, 1)]]
    match(student.lstm_step, calls, sequences.lstm_step)


@pytest.mark.task(2, points=1)
def test_gates_wide_open_and_shut(student, rng):
    """Sums of ±1000 open a gate or shut it, without NaN: then memory is all kept, or all new.

    가중합이 ±1000이면 NaN 없이 게이트가 활짝 열리거나 닫히고, 기억은 모두 남거나 모두 바뀝니다.
    """
    calls = []
    for gates in [(-1, 1, 0, 0), (1, -1, 0, 0), (0, 0, 0, 1), (0, 0, 0, -1), (0, 0, 1, 0)]:
        x, h, c, Wx, Wh, b = cell(rng, 3, 5, 2)
        calls.append((x, h, c, Wx, Wh, b + 1000.0 * np.repeat(gates, 2)))
    match(student.lstm_step, calls, sequences.lstm_step)


@pytest.mark.task(2, points=1)
def test_steps_of_whole_numbers(student, rng):
    """Integers count as floats, and all six arrays are the same after the call.

    정수는 실수형으로 다루고, 여섯 배열은 호출이 끝난 뒤에도 그대로입니다.
    """
    calls = [whole(cell(rng, 4, 3, 2, scale=1.5)), cell(rng, 3, 2, 4)]
    match(student.lstm_step, calls, sequences.lstm_step)


# Task 3


@pytest.mark.task(3, points=1)
def test_pairs_of_different_words(student, rng):
    """Every word is the target once, with up to `window` words from each side, left to right.

    모든 단어가 한 번씩 타깃이 됩니다. 문맥은 양쪽 `window`개까지이고 왼쪽에서 오른쪽 순서입니다.
    """
    calls = [(rng.permutation(9).tolist(), window) for window in (3, 2, 1)]
    match(student.cbow_pairs, calls, sequences.cbow_pairs)


@pytest.mark.task(3, points=1)
def test_pairs_of_repeated_words(student, rng):
    """Words may come again: a context keeps all of them, even those equal to the target.

    같은 단어가 또 나와도 됩니다. 문맥에는 타깃과 같은 단어도 포함해 모두 남습니다.
    """
    calls = []
    for window in (2, 1, 3):
        words = rng.permutation([0, *rng.choice(np.arange(1, 9), 2, replace=False)])
        calls.append((words[[0, 1, 0, 0, 2, 1, 2, 2, 1, 0]].tolist(), window))
    match(student.cbow_pairs, calls, sequences.cbow_pairs)


@pytest.mark.task(3, points=1)
def test_pairs_of_short_texts(student, rng):
    """`window` may be larger than the text: then all other words are the context.

    `window`가 글보다 커도 됩니다. 그러면 나머지 단어 전부가 문맥입니다.
    """
    sizes = [(5, 4), (4, 6), (3, 9), (2, 1), (2, 3)]
    calls = [(rng.permutation(8)[:length].tolist(), window) for length, window in sizes]
    match(student.cbow_pairs, calls, sequences.cbow_pairs)


@pytest.mark.task(3, points=1)
def test_pairs_of_a_single_word(student, rng):
    """A text of one word has one pair, and its context is the empty list.

    단어가 하나뿐인 글에서는 쌍이 하나 나오고, 그 문맥은 빈 리스트입니다.
    """
    calls = [([word], window) for word, window in ((int(rng.integers(1, 9)), 2), (0, 1))]
    match(student.cbow_pairs, calls, sequences.cbow_pairs)


# Task 4


def vocabulary(rng, v, d):
    """Draw W_in and W_out."""
    return rng.standard_normal((v, d)), rng.standard_normal((d, v))


@pytest.mark.task(4, points=1)
def test_scores_of_different_words(student, rng):
    """The scores are the mean of the context's rows of W_in, times W_out.

    점수는 W_in에서 문맥 단어의 행들을 평균하고 W_out을 곱한 값입니다.
    """
    calls = []
    for v, d, n in [(6, 6, 3), (9, 4, 4), (8, 5, 6), (10, 3, 2)]:
        context = rng.permutation(v)[:n]
        calls.append((context.tolist(), *vocabulary(rng, v, d)))
    match(student.cbow_scores, calls, sequences.cbow_scores)


@pytest.mark.task(4, points=1)
def test_scores_of_repeated_words(student, rng):
    """A word that occurs twice counts twice, and the order of the words does not matter.

    두 번 나온 단어는 두 번 셉니다. 단어의 순서는 상관없습니다.
    """
    calls = []
    for v, d in [(6, 6), (9, 4)]:
        weights = vocabulary(rng, v, d)
        a, b, c = rng.permutation(v)[:3].tolist()
        context = [a, b, a, c, a]
        calls.append((context, *weights))
        calls.append((rng.permutation(context).tolist(), *weights))
        calls.append(([b, b], *weights))
    match(student.cbow_scores, calls, sequences.cbow_scores)


@pytest.mark.task(4, points=1)
def test_scores_of_a_single_word(student, rng):
    """A context of one word will do, be it the first of the vocabulary or the last.

    문맥이 한 단어여도 됩니다. 어휘의 첫 단어여도, 마지막 단어여도 됩니다.
    """
    calls = [([word], *vocabulary(rng, 7, 4)) for word in (0, 6, int(rng.integers(1, 6)))]
    match(student.cbow_scores, calls, sequences.cbow_scores)


@pytest.mark.task(4, points=1)
def test_scores_of_whole_numbers(student, rng):
    """Integers count as floats, and the context and both matrices are the same after the call.

    정수는 실수형으로 다루고, 문맥과 두 행렬은 호출이 끝난 뒤에도 그대로입니다.
    """
    calls = []
    for v, d, n in [(8, 3, 4), (7, 5, 2)]:
        W_in = rng.integers(-4, 5, (v, d))
        W_in[:, 0] = np.arange(v)  # so that a mean of two rows has halves
        W_out = rng.integers(-4, 5, (d, v))
        W_out[0] = rng.choice([-3, -1, 1, 3], v)
        context = rng.permutation(v)[:n].tolist()
        calls.append(([0, 1] if n == 2 else context, W_in, W_out))
    weights = vocabulary(rng, 9, 4)
    calls.append((rng.permutation(9)[:5].tolist(), *weights))
    match(student.cbow_scores, calls, sequences.cbow_scores)
