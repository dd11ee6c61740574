"""SciPy's expit, einsum, and words as counts: one-hot rows are added up, tokens are tuples."""

from collections import deque

import numpy as np
from scipy import sparse
from scipy.special import expit


def rnn_forward(x, h0, Wx, Wh, b):
    inputs = np.einsum("ntd,dh->tnh", x, Wx) + b
    states = [np.asarray(h0)]
    for a in inputs:
        states.append(np.tanh(a + np.einsum("ni,ij->nj", states[-1], Wh)))
    return np.stack(states[1:], axis=1)


def lstm_step(x, h, c, Wx, Wh, b):
    i, f, g, o = np.split(np.einsum("nd,dk->nk", x, Wx) + np.einsum("nh,hk->nk", h, Wh) + b, 4, 1)
    memory = expit(f) * c + expit(i) * np.tanh(g)
    return [expit(o) * np.tanh(memory), memory]


def cbow_pairs(tokens, window):
    pairs = []
    left = deque(maxlen=window)
    for p, target in enumerate(tokens):
        right = tuple(tokens[p + 1 : p + window + 1])
        pairs.append([tuple(left) + right, np.int64(target)])
        left.append(target)
    return pairs


def cbow_scores(context, W_in, W_out):
    n, v = len(context), len(W_in)
    rows = sparse.coo_array((np.ones(n), (range(n), context)), shape=(n, v)).tocsr()
    counts = rows.sum(axis=0)
    return np.asarray(counts @ W_in / n @ W_out).ravel()
