"""You write the states into h0, which belongs to your caller, and which cannot hold fractions if it
holds integers. Write h = …, not h[:] = ….

호출한 쪽의 배열인 h0에 상태를 써넣었습니다. 게다가 h0가 정수 배열이면 소수를 담지 못합니다. h[:] = …가 아니라 h = …로 쓰세요.
"""

FAILS = "test_states_of_whole_numbers"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        h[:] = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        out[:, t] = h
    return out
