"""You read the columns in the order f, i, g, o. Here the input gate comes first: i, f, g, o.

열을 f, i, g, o 순서로 읽었습니다. 여기서는 입력 게이트가 먼저입니다: i, f, g, o.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    f, i = sigmoid(sums[:, :H]), sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new
