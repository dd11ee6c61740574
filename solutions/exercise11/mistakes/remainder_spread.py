"""You cut the rows into parts of about equal size (np.array_split), so most batches do not have
batch_size rows. Only the last one may be different.

행을 거의 같은 크기로 나누어서(np.array_split) 배치의 크기가 batch_size가 아닙니다. 마지막 배치만 다를 수
있습니다.
"""

FAILS = "test_sizes_of_batches"


def minibatches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), -(-n // batch_size))
