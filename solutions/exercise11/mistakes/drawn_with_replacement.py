"""You draw with replacement (rng.integers, or rng.choice as it is), so rows come twice and others
never. rng.permutation(n) has every row once.

복원 추출을 해서(rng.integers 또는 기본값의 rng.choice) 어떤 행은 두 번 나오고 어떤 행은 나오지 않습니다.
rng.permutation(n)에는 모든 행이 한 번씩 들어 있습니다.
"""

FAILS = "test_every_row_once"


def minibatches(n, batch_size, rng):
    order = rng.choice(n, n)
    return [order[start : start + batch_size] for start in range(0, n, batch_size)]
