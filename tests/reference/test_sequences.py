"""The oracle of exercise15 against Keras, SciPy, closed forms and its laws."""

import doctest
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from numpy.typing import NDArray
from scipy import special

from reference import sequences
from reference.sequences import cbow_pairs, cbow_scores, lstm_step, rnn_forward

Floats = NDArray[np.float64]

seeds = st.integers(0, 2**32 - 1)
sizes = st.integers(1, 5)
texts = st.lists(st.integers(0, 6), min_size=1, max_size=12)
windows = st.integers(1, 5)


def rnn(seed: int, n: int, t: int, d: int, h: int) -> tuple[Floats, ...]:
    """Draw x, h0, Wx, Wh, b."""
    rng = np.random.default_rng(seed)
    shapes = [(n, t, d), (n, h), (d, h), (h, h), (h,)]
    return tuple(rng.standard_normal(shape) for shape in shapes)


def lstm(seed: int, n: int, d: int, h: int) -> tuple[Floats, ...]:
    """Draw x, h, c, Wx, Wh, b."""
    rng = np.random.default_rng(seed)
    shapes: list[tuple[int, ...]] = [(n, d), (n, h), (n, h), (d, 4 * h), (h, 4 * h), (4 * h,)]
    return tuple(rng.standard_normal(shape) for shape in shapes)


# --- independent implementations ---------------------------------------------------------------


@pytest.fixture(scope="module")
def tf() -> Any:
    """TensorFlow, imported where it is needed, for the import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its import is none of our business
        return pytest.importorskip("tensorflow")


def test_the_recurrent_layer_is_keras_simple_rnn(tf: Any) -> None:
    x, h0, *weights = rnn(1, 4, 6, 5, 3)
    layer = tf.keras.layers.SimpleRNN(3, return_sequences=True, dtype="float64")
    layer.build(x.shape)
    layer.set_weights(weights)
    expected = layer(x, initial_state=[tf.constant(h0)])
    assert_allclose(rnn_forward(x, h0, *weights), expected, rtol=1e-12, atol=1e-14)


def test_steps_of_the_memory_are_keras_lstm(tf: Any) -> None:
    x, h, c, *weights = lstm(2, 4, 5, 3)
    steps = np.stack([x, -x, x[::-1]], axis=1)
    layer = tf.keras.layers.LSTM(3, return_state=True, dtype="float64")
    layer.build(steps.shape)
    layer.set_weights(weights)
    _, *expected = layer(steps, initial_state=[tf.constant(h), tf.constant(c)])
    for t in range(3):
        h, c = lstm_step(steps[:, t], h, c, *weights)
    assert_allclose(h, expected[0], rtol=1e-12, atol=1e-14)
    assert_allclose(c, expected[1], rtol=1e-12, atol=1e-14)


def test_contexts_hold_the_pairs_of_keras_skipgrams(tf: Any) -> None:
    text = [3, 1, 4, 1, 5, 2, 6, 5]  # Keras leaves out the number 0
    for window in (1, 2, 3, 9):
        couples, _ = tf.keras.preprocessing.sequence.skipgrams(
            text, 7, window_size=window, negative_samples=0.0, shuffle=False
        )
        mine = [[target, word] for context, target in cbow_pairs(text, window) for word in context]
        assert mine == couples


@given(seeds, sizes, sizes, sizes)
def test_a_step_of_the_memory_gate_by_gate_with_scipys_sigmoid(
    seed: int, n: int, d: int, h: int
) -> None:
    x, state, memory, Wx, Wh, b = lstm(seed, n, d, h)
    h_new, c_new = lstm_step(x, state, memory, Wx, Wh, b)
    for row in range(n):
        for j in range(h):
            i, f, g, o = (
                float(x[row] @ Wx[:, k * h + j] + state[row] @ Wh[:, k * h + j] + b[k * h + j])
                for k in range(4)
            )
            c = special.expit(f) * memory[row, j] + special.expit(i) * np.tanh(g)
            assert_allclose(c_new[row, j], c, rtol=1e-12, atol=1e-14)
            assert_allclose(h_new[row, j], special.expit(o) * np.tanh(c), rtol=1e-12, atol=1e-14)


@given(seeds, sizes, sizes, sizes)
def test_one_step_is_a_layer_that_reads_input_and_state(seed: int, n: int, d: int, h: int) -> None:
    x, h0, Wx, Wh, b = rnn(seed, n, 1, d, h)
    joined = np.concatenate([x[:, 0], h0], axis=1) @ np.concatenate([Wx, Wh]) + b
    assert_allclose(rnn_forward(x, h0, Wx, Wh, b), np.tanh(joined)[:, np.newaxis], rtol=1e-12)


@given(seeds, st.lists(st.integers(0, 6), min_size=1, max_size=12))
def test_scores_are_those_of_counted_one_hot_rows(seed: int, context: list[int]) -> None:
    rng = np.random.default_rng(seed)
    W_in, W_out = rng.standard_normal((7, 3)), rng.standard_normal((3, 7))
    shares = np.bincount(context, minlength=7) / len(context)
    assert_allclose(cbow_scores(context, W_in, W_out), shares @ W_in @ W_out, atol=1e-13)


# --- laws ------------------------------------------------------------------------------------


@given(seeds, sizes, st.integers(2, 7), sizes, sizes, st.data())
def test_a_sequence_may_be_cut_in_two(
    seed: int, n: int, t: int, d: int, h: int, data: st.DataObject
) -> None:
    x, h0, *weights = rnn(seed, n, t, d, h)
    cut = data.draw(st.integers(1, t - 1))
    whole = rnn_forward(x, h0, *weights)
    first = rnn_forward(x[:, :cut], h0, *weights)
    second = rnn_forward(x[:, cut:], first[:, -1], *weights)
    assert_array_equal(np.concatenate([first, second], axis=1), whole)


@given(seeds, st.integers(0, 5))
def test_what_comes_later_changes_nothing_before(seed: int, changed: int) -> None:
    x, h0, *weights = rnn(seed, 3, 6, 4, 2)
    other = x.copy()
    other[:, changed] += 1.0
    same = rnn_forward(x, h0, *weights) == rnn_forward(other, h0, *weights)
    assert same[:, :changed].all()
    assert not same[:, changed].all()


@given(seeds)
def test_the_sequences_of_a_batch_do_not_see_each_other(seed: int) -> None:
    x, h0, *weights = rnn(seed, 4, 3, 5, 2)
    batch = rnn_forward(x, h0, *weights)
    for n in range(4):
        alone = rnn_forward(x[n : n + 1], h0[n : n + 1], *weights)
        assert_allclose(batch[n : n + 1], alone, rtol=1e-9, atol=1e-12)


def test_without_input_and_with_a_small_state_the_cell_is_a_power_of_wh() -> None:
    _, h0, Wx, Wh, _ = rnn(3, 4, 1, 5, 3)
    states = rnn_forward(np.zeros((4, 5, 5)), 1e-8 * h0, Wx, Wh, np.zeros(3))
    for t in range(5):
        expected = 1e-8 * h0 @ np.linalg.matrix_power(Wh, t + 1)
        assert_allclose(states[:, t], expected, rtol=1e-8, atol=1e-20)


@given(seeds, st.integers(1, 30))
def test_an_open_forget_gate_and_a_shut_input_gate_keep_the_memory(seed: int, steps: int) -> None:
    x, h, c, Wx, Wh, _ = lstm(seed, 3, 4, 2)
    b = np.repeat([-1000.0, 1000.0, 0.0, 0.0], 2)
    kept = c
    for _step in range(steps):
        h, c = lstm_step(x, h, c, Wx, Wh, b)
    assert_array_equal(c, kept)


@given(seeds)
def test_each_gate_has_its_own_part_of_the_columns(seed: int) -> None:
    x, h, c, Wx, Wh, b = lstm(seed, 3, 4, 2)

    def with_sums(i: float, f: float, g: float, o: float) -> tuple[Floats, Floats]:
        bias = b + np.repeat([i, f, g, o], 2)
        return lstm_step(x, h, c, Wx, Wh, bias)

    assert_allclose(with_sums(-1000, -1000, 0, 0)[1], 0, atol=1e-15)  # all is forgotten
    assert_allclose(with_sums(1000, -1000, 1000, 0)[1], 1, rtol=1e-15)  # and 1 is written
    assert_allclose(with_sums(1000, -1000, -1000, 0)[1], -1, rtol=1e-15)
    assert_allclose(with_sums(0, 0, 0, -1000)[0], 0, atol=1e-15)  # nothing is shown
    shown, memory = with_sums(0, 0, 0, 1000)
    assert_allclose(shown, np.tanh(memory), rtol=1e-12)


@given(texts, windows)
def test_every_word_is_the_target_once_in_the_order_of_the_text(
    text: list[int], window: int
) -> None:
    pairs = cbow_pairs(text, window)
    assert [target for _, target in pairs] == text
    for p, (context, _) in enumerate(pairs):
        assert context == text[max(0, p - window) : p] + text[p + 1 : p + 1 + window]


@given(texts, windows)
def test_neighbourhood_is_mutual(text: list[int], window: int) -> None:
    n = len(text)
    pairs = cbow_pairs(list(range(n)), window)
    assert all((p in pairs[q][0]) == (q in pairs[p][0]) for p in range(n) for q in range(n))
    assert sum(len(context) for context, _ in pairs) == sum(
        2 * (n - k) for k in range(1, min(window, n - 1) + 1)
    )


@given(seeds, st.permutations([0, 3, 3, 5, 6]))
def test_a_bag_has_no_order(seed: int, context: list[int]) -> None:
    rng = np.random.default_rng(seed)
    W_in, W_out = rng.standard_normal((7, 3)), rng.standard_normal((3, 7))
    expected = cbow_scores([0, 3, 3, 5, 6], W_in, W_out)
    assert_allclose(cbow_scores(context, W_in, W_out), expected, atol=1e-13)
    assert_allclose(cbow_scores(context * 2, W_in, W_out), expected, atol=1e-13)


# --- every kind of input -------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "t", "d", "h"), [(1, 1, 1, 1), (1, 5, 2, 3), (4, 1, 3, 2)])
def test_shapes(n: int, t: int, d: int, h: int) -> None:
    assert rnn_forward(*rnn(0, n, t, d, h)).shape == (n, t, h)
    h_new, c_new = lstm_step(*lstm(0, n, d, h))
    assert h_new.shape == c_new.shape == (n, h)


def test_integers_count_as_floats() -> None:
    whole = [np.rint(2 * array).astype(np.int64) for array in rnn(4, 3, 4, 2, 5)]
    states = rnn_forward(*whole)
    assert states.dtype == np.float64
    assert_array_equal(states, rnn_forward(*(array.astype(float) for array in whole)))
    whole = [np.rint(2 * array).astype(np.int64) for array in lstm(5, 3, 4, 2)]
    h, c = lstm_step(*whole)
    assert h.dtype == c.dtype == np.float64
    scores = cbow_scores([0, 1], np.array([[1, 2], [2, 5]]), np.array([[1, 0], [0, 1]]))
    assert scores.tolist() == [1.5, 3.5]


def test_large_sums_are_flat_and_no_nan() -> None:
    x, h0, Wx, Wh, b = rnn(6, 3, 4, 2, 5)
    assert_array_equal(np.abs(rnn_forward(x, h0, Wx, Wh, b + 10000)), 1.0)
    for size in (10000.0, -10000.0):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            x, h, c, Wx, Wh, _ = lstm(7, 3, 4, 2)
            h, c = lstm_step(x, h, c, Wx, Wh, np.full(8, size))
        assert np.isfinite(h).all()
        assert np.isfinite(c).all()


def test_arguments_stay_as_they_are() -> None:
    for function, arrays in ((rnn_forward, rnn(8, 3, 4, 2, 5)), (lstm_step, lstm(9, 3, 4, 2))):
        for array in arrays:
            array.flags.writeable = False  # numpy would refuse to write
        function(*arrays)
    text = [3, 1, 3]
    for context, _ in cbow_pairs(text, 2):
        context.clear()
    assert text == [3, 1, 3]


def test_edges_of_a_text() -> None:
    assert cbow_pairs([7], 3) == [([], 7)]
    assert cbow_pairs([7, 7], 3) == [([7], 7), ([7], 7)]
    assert cbow_pairs([0, 2, 0], 1) == [([2], 0), ([0, 0], 2), ([2], 0)]


def test_the_examples_in_the_docstrings_run() -> None:
    results = doctest.testmod(sequences)
    assert results.attempted > 0
    assert results.failed == 0
