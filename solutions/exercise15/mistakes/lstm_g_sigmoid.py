"""You send the candidate g through the sigmoid, so the memory can only be added to. g is a tanh and
may be negative.

후보 g에 시그모이드를 써서 기억에 더하기만 할 수 있습니다. g는 tanh이며 음수일 수 있습니다.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = sigmoid(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new
