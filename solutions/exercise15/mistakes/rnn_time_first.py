"""You return shape (T, N, H). The sequences are the first axis and the steps the second:
np.stack(states, axis=1).

형상이 (T, N, H)입니다. 첫째 축이 시계열, 둘째 축이 단계입니다. np.stack(states, axis=1)을 쓰세요.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    states, h = [], h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    return np.stack(states)
