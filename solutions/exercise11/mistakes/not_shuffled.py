"""You take the rows in file order. Files are often sorted by class, and then a batch has one class
only. Shuffle with rng.permutation(n) first.

행을 파일에 있는 순서대로 썼습니다. 파일은 클래스별로 정렬된 경우가 많아 한 배치에 한 클래스만 들어갑니다. 먼저
rng.permutation(n)으로 섞으세요.
"""

FAILS = "test_rows_are_shuffled"


def minibatches(n, batch_size, rng):
    order = np.arange(n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]
