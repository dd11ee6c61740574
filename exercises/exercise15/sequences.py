"""Exercise 15: sequences.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Three things hold for every function here:

* Arrays come in and float64 arrays go out; words and texts are lists of whole numbers. In arrays,
  integers count as floats.
* What you are given is the same after the call as before.
* You may write further functions, such as the sigmoid.
"""

import numpy as np  # noqa: F401 - for your code


def rnn_forward(x, h0, Wx, Wh, b):
    """Send sequences through a recurrent layer, and return the state after every step.

    Each step computes, for all sequences of the batch, ``h = tanh(x_t @ Wx + h @ Wh + b)``, where
    ``x_t = x[:, t]`` is the input of this step and ``h`` on the right the state after the step
    before; in the first step it is `h0`.

    Parameters
    ----------
    x : ndarray, shape (N, T, D)
        N sequences of T steps with D numbers each; N, T and D are at least 1. ``x[n, t]`` is what
        sequence n reads at step t. The sequences of a batch do not see each other.
    h0 : ndarray, shape (N, H)
        The state before the first step, one row for each sequence.
    Wx : ndarray, shape (D, H)
        The weights of the input.
    Wh : ndarray, shape (H, H)
        The weights of the state: ``Wh[i, j]`` leads from unit i of one step to unit j of the next.
    b : ndarray, shape (H,)
        The biases. All five may hold integers, and must be the same after the call. Sums may be as
        large as ±10000, and no NaN may come of that.

    Returns
    -------
    ndarray of float64, shape (N, T, H)
        At ``[:, t]`` the state after step t, for every step, first step first; `h0` is not among
        them.

    Examples
    --------
    >>> x = np.array([[[1.0], [0.0], [0.0]]])
    >>> h0, b = np.zeros((1, 2)), np.zeros(2)
    >>> Wx, Wh = np.array([[1.0, 0.0]]), np.array([[0.0, 2.0], [-1.0, 0.0]])
    >>> rnn_forward(x, h0, Wx, Wh, b).round(6)
    array([[[ 0.761594,  0.      ],
            [ 0.      ,  0.909252],
            [-0.720773,  0.      ]]])
    """
    raise NotImplementedError("Task 1: return the state after every step, shape (N, T, H)")


def lstm_step(x, h, c, Wx, Wh, b):
    """Take one step of an LSTM cell, and return the new state and the new memory.

    The weighted sums ``x @ Wx + h @ Wh + b`` have shape (N, 4H): the first H columns belong to the
    input gate i, the next H to the forget gate f, then H to the candidate g, and the last H to
    the output gate o. The gates i, f and o are the **sigmoid** of their sums, the candidate g is
    the **tanh** of its sums. Then, element by element::

        new c = f * c + i * g
        new h = o * tanh(new c)

    Parameters
    ----------
    x : ndarray, shape (N, D)
        The input of this step, one row for each sequence; N and D are at least 1.
    h : ndarray, shape (N, H)
        The state after the step before.
    c : ndarray, shape (N, H)
        The memory after the step before; its numbers may be larger than 1.
    Wx : ndarray, shape (D, 4H)
    Wh : ndarray, shape (H, 4H)
    b : ndarray, shape (4H,)
        Weights and biases of the four groups of sums, in the order i, f, g, o. All six arrays may
        hold integers, and must be the same after the call. Sums may be as large as ±10000, and no
        NaN may come of that.

    Returns
    -------
    h : ndarray of float64, shape (N, H)
        The new state.
    c : ndarray of float64, shape (N, H)
        The new memory.

    Examples
    --------
    >>> x, h, c = np.array([[1.0]]), np.array([[0.5]]), np.array([[-2.0]])
    >>> Wx = np.array([[1.0, 0.0, -1.0, 2.0]])
    >>> Wh = np.array([[2.0, 2.0, 3.0, -2.0]])
    >>> b = np.array([-1.0, -2.0, 0.0, 1.0])
    >>> h, c = lstm_step(x, h, c, Wx, Wh, b)
    >>> h.round(6)
    array([[-0.173888]])
    >>> c.round(6)
    array([[-0.200048]])
    """
    raise NotImplementedError(
        "Task 2: return h and c after one step, gates in the order i, f, g, o"
    )


def cbow_pairs(tokens, window):
    """Cut a text into pairs: the words around a gap, and the word that fills it.

    Parameters
    ----------
    tokens : list of int
        A text of one word or more, each word as its number in the vocabulary (0, 1, 2, …). Words
        may occur many times. The list must be the same after the call.
    window : int
        How many words **on each side** belong to the context: 1 or more, and perhaps more than
        the text is long.

    Returns
    -------
    list of (list of int, int)
        One pair ``(context, target)`` for **every** word of the text, in the order of the text.
        The context is a list of the up to `window` words before the target and the up to `window`
        words after it, from left to right, without the target's own place. At the edges of the
        text it is shorter; nothing is filled in. A text of one word gives ``[([], word)]``.

    Examples
    --------
    >>> cbow_pairs([5, 1, 4, 2], window=1)
    [([1], 5), ([5, 4], 1), ([1, 2], 4), ([4], 2)]
    >>> cbow_pairs([3, 3, 0], window=2)
    [([3, 0], 3), ([3, 0], 3), ([3, 3], 0)]
    >>> cbow_pairs([7], window=2)
    [([], 7)]
    """
    raise NotImplementedError("Task 3: return a pair (context, target) for every word of the text")


def cbow_scores(context, W_in, W_out):
    """Score every word of the vocabulary as the one missing in a context.

    Parameters
    ----------
    context : list of int
        The numbers of one or more words, each from 0 to V - 1. A word that occurs twice counts
        twice. The order does not matter.
    W_in : ndarray, shape (V, D)
        Row w is the vector of word w in a context.
    W_out : ndarray, shape (D, V)
        Column w is the vector of word w as the target. Both may hold integers. All three arguments
        must be the same after the call.

    Returns
    -------
    ndarray of float64, shape (V,)
        The raw scores ``hidden @ W_out``, without a softmax, where ``hidden`` is the **mean** of
        the rows of `W_in` that the context names.

    Examples
    --------
    >>> W_in = np.array([[1.0, 0.0], [0.0, 2.0], [-4.0, 1.0]])
    >>> W_out = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, -1.0]])
    >>> cbow_scores([0, 1], W_in, W_out)
    array([ 0.5,  1. , -0.5])
    >>> cbow_scores([0, 0, 0, 1], W_in, W_out)
    array([0.75, 0.5 , 0.25])
    """
    raise NotImplementedError("Task 4: return the raw score of each of the V words")
