"""You train with the one fold and test with the other k - 1. It is the other way round: train with
X[train], test with X[test].

폴드 하나로 학습하고 나머지 k - 1개로 테스트했습니다. 반대입니다. X[train]으로 학습하고 X[test]로
테스트하세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[test], y[test])
        scores.append(np.mean(predict(model, X[train]) == y[train]))
    return np.array(scores)
