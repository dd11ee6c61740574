"""Your forget gate works the wrong way round, 1 - f. f says how much is kept: f = 1 forgets
nothing.

망각 게이트를 1 - f로 거꾸로 썼습니다. f는 남기는 비율입니다. f = 1이면 아무것도 잊지 않습니다.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = (1 - f) * c + i * g
    return o * np.tanh(c_new), c_new
