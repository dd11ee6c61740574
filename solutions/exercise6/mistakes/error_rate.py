"""You return the share of wrong predictions. Accuracy is the share of right ones: compare with ==.

틀린 예측의 비율을 반환했습니다. 정확도는 맞은 예측의 비율입니다. ==로 비교하세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[train], y[train])
        scores.append(np.mean(predict(model, X[test]) != y[test]))
    return np.array(scores)
