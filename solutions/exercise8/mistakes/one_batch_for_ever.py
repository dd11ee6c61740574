"""You draw the rows once, before the loop, and learn the same batch by heart: its loss falls to
0, and the network reads 75 % of MNIST. Draw in every step.

반복문 앞에서 행을 한 번만 뽑아 같은 배치만 외웁니다. 손실은 0이 되지만 MNIST는 75%밖에 못
읽습니다. 단계마다 뽑으세요.
"""

FAILS = "test_twenty_steps"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    rows = rng.choice(len(x), batch_size)
    for i in range(iterations):
        losses[i] = net.loss(x[rows], t[rows])
        grads = net.gradient(x[rows], t[rows])
        for key in grads:
            net.params[key] -= lr * grads[key]
    return losses
