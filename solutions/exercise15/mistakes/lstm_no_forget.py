"""You keep the whole memory and leave out the forget gate: it is f * c, not c.

망각 게이트 없이 기억을 전부 남겼습니다. c가 아니라 f * c입니다.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = c + i * g
    return o * np.tanh(c_new), c_new
