"""You update W1 and W2 alone. The biases learn too.

W1과 W2만 갱신했습니다. 편향도 학습합니다.
"""

FAILS = "test_one_step"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in ("W1", "W2"):
            net.params[key] -= lr * grads[key]
    return losses
