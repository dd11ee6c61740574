"""You take the gradient of all rows in each step. Take that of the batch alone: x[rows] and
t[rows].

단계마다 모든 행의 기울기를 구했습니다. 배치 x[rows]와 t[rows]의 기울기만 구하세요.
"""

FAILS = "test_one_step"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x, t)
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses
