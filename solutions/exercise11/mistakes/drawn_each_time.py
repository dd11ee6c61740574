"""You draw every batch on its own from all rows, so in one epoch some rows come twice and others
never. Shuffle once, then cut.

배치마다 전체 행에서 새로 뽑아서 한 에폭에 어떤 행은 두 번 나오고 어떤 행은 나오지 않습니다. 한 번 섞은 뒤에 자르세요.
"""

FAILS = "test_every_row_once"


def minibatches(n, batch_size, rng):
    sizes = [min(batch_size, n - start) for start in range(0, n, batch_size)]
    return [rng.choice(n, size, replace=False) for size in sizes]
