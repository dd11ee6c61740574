"""Sequences: two cells that remember, and a bag of words that has no order (deck 002).

A network with fully connected layers forgets: each row of a batch is answered by itself. A
*recurrent* network carries a state from one step of a sequence to the next, so that what it answers
may depend on everything it has read so far::

    x_1         x_2         x_3
     │           │           │
     ▼    h_1    ▼    h_2    ▼
    cell  ────► cell  ────► cell ────►  h_3          the same cell, with the same weights

`rnn_forward` is the plain cell, `lstm_step` the one with gates and a second state, the memory.
`cbow_pairs` and `cbow_scores` are the other way to read a text: no order and no state, only the
words around a gap (continuous bag of words).

Names: ``N`` sequences in a batch, ``T`` steps, ``D`` numbers a step (or numbers a word), ``H``
numbers in a state, ``V`` words in the vocabulary. ``Wx`` belongs to the input, ``Wh`` to the state.

No function here changes its arguments. Everything is computed in float64, also from integers.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from reference.activations import sigmoid, tanh
from reference.arrays import Floats, floats

__all__ = ["cbow_pairs", "cbow_scores", "lstm_step", "rnn_forward"]


def rnn_forward(x: ArrayLike, h0: ArrayLike, Wx: ArrayLike, Wh: ArrayLike, b: ArrayLike) -> Floats:
    """Send sequences through a recurrent layer, and return the state after every step.

    Formula, for t = 1, …, T::

        h_t = tanh(x_t @ Wx + h_{t-1} @ Wh + b)

    Parameters
    ----------
    x : array_like of float, shape (N, T, D)
        N sequences of T steps; ``x[:, t - 1]`` is x_t, the input of step t of all of them.
    h0 : array_like of float, shape (N, H)
        The state before the first step, one row for each sequence.
    Wx : array_like of float, shape (D, H)
        Weights of the input.
    Wh : array_like of float, shape (H, H)
        Weights of the state: ``Wh[i, j]`` leads from unit i of one step to unit j of the next.
    b : array_like of float, shape (H,)
        Biases.

    Returns
    -------
    ndarray of float64, shape (N, T, H)
        ``out[:, t - 1]`` is h_t; the last step is ``out[:, -1]``. `h0` is not among them.

    Notes
    -----
    A sequence may be cut in two: feed ``out[:, -1]`` of the first part to the second part as `h0`,
    and the states are those of the whole. The sequences of a batch do not see each other.

    References
    ----------
    Deck 002. J. Elman, "Finding structure in time", Cognitive Science 14 (1990).
    I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning* (2016), section 10.2.

    Examples
    --------
    A single 1 is read at the first step; the two units hand it to each other.

    >>> x = [[[1.0], [0.0], [0.0]]]
    >>> Wh = [[0.0, 2.0], [-1.0, 0.0]]
    >>> rnn_forward(x, [[0.0, 0.0]], [[1.0, 0.0]], Wh, [0.0, 0.0]).round(6)
    array([[[ 0.761594,  0.      ],
            [ 0.      ,  0.909252],
            [-0.720773,  0.      ]]])
    """
    x, h, Wx, Wh, b = (floats(array) for array in (x, h0, Wx, Wh, b))
    states = []
    for t in range(x.shape[1]):
        h = tanh(x[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    return np.stack(states, axis=1)


def lstm_step(
    x: ArrayLike, h: ArrayLike, c: ArrayLike, Wx: ArrayLike, Wh: ArrayLike, b: ArrayLike
) -> tuple[Floats, Floats]:
    """Take one step of a long short-term memory.

    Formula: four weighted sums side by side, each H columns wide::

        a = x @ Wx + h @ Wh + b = [a_i | a_f | a_g | a_o]

        i = σ(a_i)    input gate:  how much of the candidate is written
        f = σ(a_f)    forget gate: how much of the memory is kept
        g = tanh(a_g) candidate:   what is written
        o = σ(a_o)    output gate: how much of the memory is shown

        c_new = f · c + i · g
        h_new = o · tanh(c_new)

    The dot is element by element: unit j has its own three gates, candidate and memory cell.

    Parameters
    ----------
    x : array_like of float, shape (N, D)
        The inputs of this step.
    h, c : array_like of float, shape (N, H)
        State and memory after the step before.
    Wx : array_like of float, shape (D, 4H)
    Wh : array_like of float, shape (H, 4H)
    b : array_like of float, shape (4H,)
        Weights and biases of the four sums, in the order i, f, g, o.

    Returns
    -------
    h_new, c_new : ndarray of float64, shape (N, H)
        State and memory after this step.

    Notes
    -----
    The order i, f, g, o is that of Keras and PyTorch. Others put the output gate third, or the
    forget gate first; with the same weights they compute something else.

    With f = 1 and i = 0 the memory is handed on unchanged, over any number of steps. That is the
    point of the cell: on this way no slope below 1 makes the gradient vanish.

    References
    ----------
    Deck 002. S. Hochreiter, J. Schmidhuber, "Long short-term memory", Neural Computation 9
    (1997); F. Gers, J. Schmidhuber, F. Cummins, "Learning to forget", Neural Computation 12 (2000)
    for the forget gate.

    Examples
    --------
    >>> Wx = [[1.0, 0.0, -1.0, 2.0]]
    >>> Wh = [[2.0, 2.0, 3.0, -2.0]]
    >>> h, c = lstm_step([[1.0]], [[0.5]], [[-2.0]], Wx, Wh, [-1.0, -2.0, 0.0, 1.0])
    >>> print(h.round(6), c.round(6))
    [[-0.173888]] [[-0.200048]]
    """
    x, h, c, Wx, Wh, b = (floats(array) for array in (x, h, c, Wx, Wh, b))
    a = x @ Wx + h @ Wh + b
    a_i, a_f, a_g, a_o = np.split(a, 4, axis=1)
    c_new = sigmoid(a_f) * c + sigmoid(a_i) * tanh(a_g)
    return sigmoid(a_o) * tanh(c_new), c_new


def cbow_pairs(tokens: Sequence[int], window: int) -> list[tuple[list[int], int]]:
    """Cut a text into pairs: the words around a gap, and the word that fills it.

    Formula: the target at position p has the context of all positions q with::

        0 < |p - q| <= window    and    0 <= q < length of the text

    Parameters
    ----------
    tokens : sequence of int
        A text, each word as its number in the vocabulary.
    window : int
        How many words on each side belong to the context, 1 or more.

    Returns
    -------
    list of (list of int, int)
        One pair (context, target) for each word, in the order of the text. The context goes from
        left to right, keeps words that occur twice, and is shorter at the edges of the text. A text
        of one word gives ``[([], word)]``.

    References
    ----------
    Deck 002. T. Mikolov, K. Chen, G. Corrado, J. Dean, "Efficient estimation of word
    representations in vector space", ICLR workshop (2013). Skip-gram, of the same paper, asks the
    other way round: from the target to its context.

    Examples
    --------
    >>> cbow_pairs([5, 1, 4, 2], window=1)
    [([1], 5), ([5, 4], 1), ([1, 2], 4), ([4], 2)]
    """
    pairs = []
    for p, target in enumerate(tokens):
        context = [word for q, word in enumerate(tokens) if 0 < abs(p - q) <= window]
        pairs.append((context, target))
    return pairs


def cbow_scores(context: Sequence[int], W_in: ArrayLike, W_out: ArrayLike) -> Floats:
    """Score every word of the vocabulary as the one missing in a context.

    Formula, for a context of n words w_1, …, w_n::

        hidden = (W_in[w_1] + … + W_in[w_n]) / n
        scores = hidden @ W_out

    The first line is a fully connected layer in disguise: a one-hot row times `W_in` picks a row of
    `W_in`, and the mean is taken over the n words.

    Parameters
    ----------
    context : sequence of int, n >= 1
        The numbers of the words. A word that occurs twice counts twice. The order does not matter:
        the words are in a bag.
    W_in : array_like of float, shape (V, D)
        Row w is the vector of word w when it stands in a context.
    W_out : array_like of float, shape (D, V)
        Column w is the vector of word w when it is the target.

    Returns
    -------
    ndarray of float64, shape (V,)
        Raw scores, to be sent through a softmax.

    References
    ----------
    Deck 002; Mikolov et al. (2013), section 3.1.

    Examples
    --------
    >>> W_in = [[1.0, 0.0], [0.0, 2.0], [-4.0, 1.0]]
    >>> W_out = [[1.0, 0.0, 1.0], [0.0, 1.0, -1.0]]
    >>> cbow_scores([0, 1], W_in, W_out)
    array([ 0.5,  1. , -0.5])
    """
    vectors = floats(W_in)[np.asarray(context, dtype=np.int64)]
    hidden: Floats = vectors.sum(axis=0) / len(vectors)
    return hidden @ floats(W_out)
