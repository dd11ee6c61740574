"""You shuffle the order of the batches, but the rows in each are always the same neighbours. Shuffle
the rows, then cut.

배치의 순서는 섞지만 배치마다 언제나 같은 이웃한 행이 들어 있습니다. 행을 섞은 뒤에 자르세요.
"""

FAILS = "test_rows_are_shuffled"


def minibatches(n, batch_size, rng):
    batches = [np.arange(n)[start : start + batch_size] for start in range(0, n, batch_size)]
    return [batches[i] for i in rng.permutation(len(batches))]
