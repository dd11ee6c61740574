"""You take the loss after the step. losses[i] is the loss of batch i before it.

갱신한 뒤의 손실을 적었습니다. losses[i]는 배치 i의 갱신 전 손실입니다.
"""

FAILS = "test_losses_of_training"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
        losses[i] = net.loss(x[rows], t[rows])
    return losses
