"""You carry the state from one sequence of the batch into the next. Each sequence starts from its
own row of h0.

배치의 한 시계열에서 다음 시계열로 상태를 넘겼습니다. 각 시계열은 h0의 자기 행에서 시작합니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0[0]
    for n in range(N):
        for t in range(T):
            h = np.tanh(x[n, t] @ Wx + h @ Wh + b)
            out[n, t] = h
    return out
