"""Your pairs are (test, train): the first array has n / k rows and the second all the others. The
order asked for is (train, test).

쌍이 (test, train) 순서입니다. 첫 배열에 n / k행, 둘째 배열에 나머지 행이 들어 있습니다. (train,
test) 순서로 반환하세요.
"""

FAILS = "test_train_is_all_the_others"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    return [(test, train) for train, test in _folds(n, k, rng)]
