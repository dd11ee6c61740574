"""You step with a fixed 0.1 and not with the argument lr.

인수로 받은 lr이 아니라 언제나 0.1로 갱신했습니다.
"""

FAILS = "test_one_step"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= 0.1 * grads[key]
    return losses
