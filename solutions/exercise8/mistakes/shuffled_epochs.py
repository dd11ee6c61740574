"""You shuffle all rows and cut them into batches, epoch by epoch. That trains as well, but here
each step draws afresh: rng.choice(n, batch_size).

에폭마다 모든 행을 섞어 배치로 잘랐습니다. 그렇게 해도 배우지만, 여기서는 단계마다 새로
뽑습니다: rng.choice(n, batch_size).
"""

FAILS = "test_twenty_steps"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    order = np.arange(0)
    for i in range(iterations):
        if len(order) < batch_size:
            order = rng.permutation(len(x))
        rows, order = order[:batch_size], order[batch_size:]
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses
