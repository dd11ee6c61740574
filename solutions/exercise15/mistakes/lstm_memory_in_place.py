"""You change the caller's c: *= and += write into the array. Make a new one: c_new = f * c + i * g.

호출한 쪽의 c를 바꾸었습니다. *=와 +=는 그 배열에 써넣습니다. 새 배열을 만드세요: c_new = f * c + i * g.
"""

FAILS = "test_steps_of_whole_numbers"


def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    sums = x @ Wx + h @ Wh + b
    i = sigmoid(sums[:, :H])
    f = sigmoid(sums[:, H : 2 * H])
    g = np.tanh(sums[:, 2 * H : 3 * H])
    o = sigmoid(sums[:, 3 * H :])
    c *= f
    c += i * g
    return o * np.tanh(c), c
