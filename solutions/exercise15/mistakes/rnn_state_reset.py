"""You start every step from h0. Carry on: the state of this step is the one the next step reads.

단계마다 h0에서 다시 시작했습니다. 이번 단계의 상태를 다음 단계가 읽어야 합니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    return np.tanh(x @ Wx + (h0 @ Wh)[:, np.newaxis] + b)
