"""You return tanh of the memory as the new memory. The memory itself is not squeezed: only the
state has tanh(c).

기억에 tanh를 적용한 값을 새 기억으로 반환했습니다. 기억 자체에는 tanh가 없습니다. tanh(c)는 상태에만 씁니다.
"""

FAILS = "test_random_steps_of_the_cell"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c_new = np.tanh(f * c + i * g)
    return o * c_new, c_new
