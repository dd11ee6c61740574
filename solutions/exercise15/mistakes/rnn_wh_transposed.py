"""You transpose Wh. Wh[i, j] leads from unit i to unit j, so it is h @ Wh, as with Wx.

Wh를 전치했습니다. Wh[i, j]는 노드 i에서 노드 j로 가므로, Wx와 마찬가지로 h @ Wh입니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        h = np.tanh(x[:, t] @ Wx + h @ Wh.T + b)
        out[:, t] = h
    return out
