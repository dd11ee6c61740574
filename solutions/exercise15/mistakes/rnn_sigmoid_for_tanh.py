"""You use the sigmoid, so your states are all positive. The recurrent layer has tanh.

시그모이드를 써서 상태가 모두 양수입니다. 순환층의 활성화 함수는 tanh입니다.
"""

FAILS = "test_states_of_random_sequences"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        h = sigmoid(x[:, t] @ Wx + h @ Wh + b)
        out[:, t] = h
    return out
