"""You count the right predictions. Accuracy is their share: divide by the rows of the fold, or take
np.mean for np.sum.

맞은 예측의 수를 세었습니다. 정확도는 비율입니다. 폴드의 행 수로 나누거나 np.sum 대신 np.mean을
쓰세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[train], y[train])
        scores.append(float(np.sum(predict(model, X[test]) == y[test])))
    return np.array(scores)
