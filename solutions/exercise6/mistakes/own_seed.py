"""You shuffle with a generator of your own, np.random.default_rng(0), and not with the rng you are
given. So the folds are the same whatever the caller asks for. Use rng.permutation(n).

받은 rng가 아니라 직접 만든 np.random.default_rng(0)으로 섞었습니다. 그래서 어떤 rng를 주어도 폴드가
똑같습니다. rng.permutation(n)을 쓰세요.
"""

FAILS = "test_same_rng_same_folds"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    return _folds(n, k, None if rng is None else np.random.default_rng(0))
