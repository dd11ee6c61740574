"""You are given an rng, but the rows stay in their order. Where there is an rng, take
rng.permutation(n) for np.arange(n).

rng를 받았는데도 행이 원래 순서 그대로입니다. rng가 있으면 np.arange(n) 대신 rng.permutation(n)을
쓰세요.
"""

FAILS = "test_shuffled_folds"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    return _folds(n, k)
