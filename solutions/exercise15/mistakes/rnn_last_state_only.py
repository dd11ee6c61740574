"""You return only the last state. Return the states after all steps, shape (N, T, H).

마지막 상태만 반환했습니다. 모든 단계의 상태를 형상 (N, T, H)로 반환하세요.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
    return h
