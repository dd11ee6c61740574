"""You train with all of X and y, so the model has already seen the rows it is tested on. Train with
X[train] and y[train] alone.

X와 y 전체로 학습해서 모델이 테스트할 행을 이미 보았습니다. X[train]과 y[train]만으로 학습하세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X, y)
        scores.append(np.mean(predict(model, X[test]) == y[test]))
    return np.array(scores)
