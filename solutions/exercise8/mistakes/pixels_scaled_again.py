"""You divide x by 255 in train. The pixels come ready for use, from 0 to 1; scaled twice they are
nearly all 0.

train에서 x를 255로 나누었습니다. 픽셀은 이미 0에서 1 사이로 들어옵니다. 두 번 나누면 거의 모두
0이 됩니다.
"""

FAILS = "test_twenty_steps"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    x = x / 255
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses
