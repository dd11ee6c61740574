"""Plain loops: every number by itself in Python floats; pairs by asking every place of the text."""

import math

import numpy as np


def logistic(a):
    if a < 0:
        return math.exp(a) / (1 + math.exp(a))
    return 1 / (1 + math.exp(-a))


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, D = x.shape
    H = len(b)
    out = np.zeros((N, T, H))
    for n in range(N):
        state = [float(number) for number in h0[n]]
        for t in range(T):
            new = []
            for j in range(H):
                total = float(b[j])
                for d in range(D):
                    total += float(x[n, t, d]) * float(Wx[d, j])
                for k in range(H):
                    total += state[k] * float(Wh[k, j])
                new.append(math.tanh(total))
            state = new
            for j in range(H):
                out[n, t, j] = state[j]
    return out


def lstm_step(x, h, c, Wx, Wh, b):
    N, H = h.shape
    new_h, new_c = np.zeros((N, H)), np.zeros((N, H))
    for n in range(N):
        for j in range(H):
            total = []
            for gate in range(4):
                column = gate * H + j
                a = float(b[column])
                for d in range(x.shape[1]):
                    a += float(x[n, d]) * float(Wx[d, column])
                for k in range(H):
                    a += float(h[n, k]) * float(Wh[k, column])
                total.append(a)
            i, f, o = logistic(total[0]), logistic(total[1]), logistic(total[3])
            g = math.tanh(total[2])
            memory = f * float(c[n, j]) + i * g
            new_c[n, j] = memory
            new_h[n, j] = o * math.tanh(memory)
    return new_h, new_c


def cbow_pairs(tokens, window):
    pairs = []
    for p in range(len(tokens)):
        context = []
        for q in range(len(tokens)):
            if q != p and abs(q - p) <= window:
                context.append(tokens[q])
        pairs.append((context, tokens[p]))
    return pairs


def cbow_scores(context, W_in, W_out):
    V, D = W_in.shape
    hidden = [sum(float(W_in[w, d]) for w in context) / len(context) for d in range(D)]
    return np.array([sum(hidden[d] * float(W_out[d, v]) for d in range(D)) for v in range(V)])
