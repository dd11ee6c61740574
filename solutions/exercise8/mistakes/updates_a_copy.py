"""You update copies of the parameters. The network has learnt only when the new values are in
net.params.

파라미터의 복사본을 갱신했습니다. 새 값이 net.params에 있어야 신경망이 배운 것입니다.
"""

FAILS = "test_one_step"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    params = dict(net.params)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            params[key] = params[key] - lr * grads[key]
    return losses
