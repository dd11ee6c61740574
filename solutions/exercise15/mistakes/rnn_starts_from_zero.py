"""You start from 0 and leave h0 unused. The first step reads h0.

0에서 시작하고 h0를 쓰지 않았습니다. 첫 단계는 h0를 읽습니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = np.zeros(h0.shape)
    for t in range(T):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        out[:, t] = h
    return out
