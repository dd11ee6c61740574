"""You show the memory as it is. The new state is o * tanh(c), not o * c.

기억을 그대로 내보냈습니다. 새 상태는 o * c가 아니라 o * tanh(c)입니다.
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
    return o * c_new, c_new
