"""You make a generator of your own with a fixed seed, so every epoch has the same batches. Use the
rng you are given.

시드를 고정한 생성기를 따로 만들어서 에폭마다 배치가 똑같습니다. 인수로 받은 rng를 쓰세요.
"""

FAILS = "test_batches_come_from_the_generator"


def minibatches(n, batch_size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]
