"""You return the mean of the scores. Return all k of them in one array: summary needs to see how
far they are apart.

점수의 평균을 반환했습니다. k개의 점수를 모두 배열 하나로 반환하세요. summary가 점수들이 얼마나
흩어져 있는지 보아야 합니다.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[train], y[train])
        scores.append(np.mean(predict(model, X[test]) == y[test]))
    return np.mean(scores)
