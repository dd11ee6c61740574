"""You add 1 to the sums of the forget gate. Libraries set its bias to 1 when they draw weights;
here b holds all there is to add.

망각 게이트의 합에 1을 더했습니다. 라이브러리가 편향의 초깃값을 1로 두기는 하지만, 여기서 더할 것은 모두 b에 들어 있습니다.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H] + 1)
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = f * c + i * g
    return o * np.tanh(c_new), c_new
