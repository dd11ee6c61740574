"""You loop over the first axis of x, which holds the sequences. The steps are the second axis: x[:,
t].

x의 첫째 축을 따라 반복했습니다. 첫째 축은 시계열이고, 단계는 둘째 축입니다: x[:, t].
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    states, h = [], h0
    for step in x:
        h = np.tanh(step @ Wx + h @ Wh + b)
        states.append(h)
    return np.stack(states)
