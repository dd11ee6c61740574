"""You make batch_size batches. batch_size is how many rows a batch has, not how many batches there
are.

배치를 batch_size개 만들었습니다. batch_size는 배치의 개수가 아니라 배치 하나에 들어가는 행의 개수입니다.
"""

FAILS = "test_sizes_of_batches"


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), batch_size)
