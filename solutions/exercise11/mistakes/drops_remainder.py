"""You make n // batch_size batches, so the rows that are left over never come. The last batch may be
smaller.

배치를 n // batch_size개만 만들어서 나머지 행은 나오지 않습니다. 마지막 배치는 더 작을 수 있습니다.
"""

FAILS = "test_sizes_of_batches"


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size)]
