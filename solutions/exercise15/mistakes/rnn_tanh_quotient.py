"""You compute tanh as a quotient of exponentials, which is infinity / infinity = NaN for large
sums. np.tanh is safe.

tanh를 지수 함수의 몫으로 계산했습니다. 합이 크면 무한대 / 무한대 = NaN이 됩니다. np.tanh는 안전합니다.
"""

FAILS = "test_states_of_large_sums"


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.empty((N, T, h0.shape[1]))
    h = h0
    for t in range(T):
        a = x[:, t] @ Wx + h @ Wh + b
        h = (np.exp(a) - np.exp(-a)) / (np.exp(a) + np.exp(-a))
        out[:, t] = h
    return out
