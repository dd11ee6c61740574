"""You return a list. Return an array: np.array(losses).

리스트를 반환했습니다. 배열로 반환하세요: np.array(losses).
"""

FAILS = "test_losses_of_training"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses.tolist()
