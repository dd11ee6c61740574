"""You leave out tanh. The state then grows from step to step, beyond 1.

tanh가 빠졌습니다. 그러면 상태가 단계마다 커져 1을 넘습니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        h = x[:, t] @ Wx + h @ Wh + b
        out[:, t] = h
    return out
