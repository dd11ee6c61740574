"""Your train holds all rows, those of the test fold too. The model then has seen what it is tested
on, and the score is too good. Leave the rows of the fold out of train.

train에 테스트 폴드의 행까지 모든 행이 들어 있습니다. 모델이 이미 본 행으로 테스트하게 되어 점수가
지나치게 좋게 나옵니다. train에서 그 폴드의 행을 빼세요.
"""

FAILS = "test_train_is_all_the_others"

_folds = kfold_indices


def kfold_indices(n, k, rng=None):
    return [(np.concatenate([train, test]), test) for train, test in _folds(n, k, rng)]
