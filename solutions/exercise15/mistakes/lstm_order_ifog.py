"""You read the columns in the order i, f, o, g. Here the candidate comes third and the output gate
last: i, f, g, o.

열을 i, f, o, g 순서로 읽었습니다. 여기서는 후보가 셋째, 출력 게이트가 마지막입니다: i, f, g, o.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i, f = sigmoid(sums[:, :H]), sigmoid(sums[:, H : 2 * H])
    o = sigmoid(sums[:, 2 * H : 3 * H])
    g = np.tanh(sums[:, 3 * H :])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new
