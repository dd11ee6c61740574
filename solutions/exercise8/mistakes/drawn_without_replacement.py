"""You draw each batch without replacement. Here a row may come twice: rng.choice(n, batch_size),
which also allows a batch larger than the data.

배치를 비복원으로 뽑았습니다. 여기서는 같은 행이 두 번 나올 수 있습니다: rng.choice(n,
batch_size). 배치가 데이터보다 커도 됩니다.
"""

FAILS = "test_twenty_steps"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size, replace=False)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses
