"""Exercise 15, solved: sequences."""

import numpy as np


def sigmoid(a):
    """Return 1 / (1 + exp(-a)), without overflow: the sigmoid is a squeezed tanh."""
    return 0.5 + 0.5 * np.tanh(0.5 * a)


def rnn_forward(x, h0, Wx, Wh, b):
    """Return the state of a recurrent layer after every step."""
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        out[:, t] = h
    return out


def lstm_step(x, h, c, Wx, Wh, b):
    """Return state and memory after one step; the gates stand in the order i, f, g, o."""
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new


def cbow_pairs(tokens, window):
    """Return (context, target) for every word of the text."""
    pairs = []
    for p, target in enumerate(tokens):
        left = tokens[max(0, p - window) : p]  # a negative start would count from the end
        right = tokens[p + 1 : p + 1 + window]
        pairs.append((left + right, target))
    return pairs


def cbow_scores(context, W_in, W_out):
    """Return the score of every word: the mean of the context's vectors times W_out."""
    return W_in[context].mean(axis=0) @ W_out
