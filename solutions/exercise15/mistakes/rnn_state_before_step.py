"""At place t you store the state before the step, so h0 comes first and the last state is missing.
Compute the new state, then store it.

t번 자리에 그 단계 전의 상태를 저장했습니다. 그래서 h0가 맨 앞에 오고 마지막 상태가 없습니다. 새 상태를 구한 다음 저장하세요.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        out[:, t] = h
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
    return out
