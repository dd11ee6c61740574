"""You change W2 and b2 before you compute the slopes of W1 and b1. All slopes belong to the same
network: compute all of them, then take the step.

W1과 b1의 기울기를 구하기 전에 W2와 b2를 바꾸었습니다. 모든 기울기는 같은 신경망의 것입니다.
모두 구한 뒤에 갱신하세요.
"""

FAILS = "test_one_step"


def train(net, x, t, iterations, batch_size, lr, rng):
    losses = np.zeros(iterations)
    for i in range(iterations):
        rows = rng.choice(len(x), batch_size)
        losses[i] = net.loss(x[rows], t[rows])
        for names in (("W2", "b2"), ("W1", "b1")):
            grads = net.gradient(x[rows], t[rows])
            for key in names:
                net.params[key] -= lr * grads[key]
    return losses
