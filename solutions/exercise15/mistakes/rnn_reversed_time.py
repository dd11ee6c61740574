"""You read the sequence backwards. x[:, 0] is read first.

시계열을 거꾸로 읽었습니다. x[:, 0]을 맨 먼저 읽습니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in reversed(range(T)):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        out[:, t] = h
    return out
