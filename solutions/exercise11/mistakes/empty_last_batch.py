"""You always make n // batch_size + 1 batches, so the last one is empty where batch_size divides n.
Let start run over range(0, n, batch_size).

배치를 언제나 n // batch_size + 1개 만들어서 n이 batch_size로 나누어떨어지면 마지막 배치가 비어 있습니다.
start가 range(0, n, batch_size)를 돌게 하세요.
"""

FAILS = "test_sizes_of_batches"


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size + 1)]
