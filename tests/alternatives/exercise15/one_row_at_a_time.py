"""One sequence at a time, other forms of the sigmoid, and shares of the vocabulary for a context."""

import itertools
from collections import Counter

import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    def run(sequence, start):
        steps = itertools.accumulate(
            sequence, lambda h, row: np.tanh(Wx.T @ row + Wh.T @ h + b), initial=start
        )
        return list(steps)[1:]

    return np.array([run(sequence, start) for sequence, start in zip(x, h0)])


def lstm_step(x, h, c, Wx, Wh, b):
    H = c.shape[-1]
    rows = []
    for xn, hn, cn in zip(x, h, c):
        Wi, Wf, Wg, Wo = (
            (Wx[:, k : k + H], Wh[:, k : k + H], b[k : k + H]) for k in range(0, 4 * H, H)
        )
        i, f, g, o = (xn @ A + hn @ B + v for A, B, v in (Wi, Wf, Wg, Wo))
        i, f = np.exp(-np.logaddexp(0, -i)), 1 / (1 + np.exp(np.clip(-f, -500, 500)))
        memory = i * np.tanh(g) + f * cn
        rows.append((np.tanh(memory) * (1 + np.tanh(o / 2)) / 2, memory))
    states, memories = zip(*rows)
    return np.vstack(states), np.vstack(memories)


def cbow_pairs(tokens, window):
    places = dict(enumerate(tokens))
    near = [k for k in range(-window, window + 1) if k]
    return [([places[p + k] for k in near if p + k in places], places[p]) for p in places]


def cbow_scores(context, W_in, W_out):
    share = np.zeros(W_in.shape[0], dtype=np.longdouble)
    for word, times in Counter(context).items():
        share[word] = times / len(context)
    return (share @ (W_in @ W_out)).astype(np.float64)
