"""You read the columns in the order f, g, i, o, as the second book of Deep Learning from Scratch
does. Here the order is i, f, g, o.

'밑바닥부터 시작하는 딥러닝 2'처럼 열을 f, g, i, o 순서로 읽었습니다. 여기서는 i, f, g, o 순서입니다.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    f, g = sigmoid(sums[:, :H]), np.tanh(sums[:, H : 2 * H])
    i = sigmoid(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new
