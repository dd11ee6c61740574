"""You divide by n / k. Where k does not divide n, the folds have different sizes: divide the number
of right predictions by the size of its own fold, len(test).

n / k로 나누었습니다. n이 k로 나누어떨어지지 않으면 폴드의 크기가 서로 다릅니다. 맞은 예측의 수를 그
폴드의 크기 len(test)로 나누세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[train], y[train])
        scores.append(np.sum(predict(model, X[test]) == y[test]) / (len(X) / k))
    return np.array(scores)
