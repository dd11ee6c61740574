"""You add the gradient: the loss grows. Go against it, with a minus.

기울기를 더해서 손실이 커집니다. 빼서 반대 방향으로 가세요.
"""

FAILS = "test_one_step"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] += lr * grads[key]
    return losses
