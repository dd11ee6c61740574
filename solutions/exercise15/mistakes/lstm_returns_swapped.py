"""You return c, h. The state comes first: return h, c.

c, h 순서로 반환했습니다. 상태가 먼저입니다: return h, c.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = f * c + i * g
    return c_new, o * np.tanh(c_new)
