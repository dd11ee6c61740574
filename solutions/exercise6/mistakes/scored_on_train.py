"""You score the model on the rows it was trained with. Any model looks good there. Predict X[test]
and compare with y[test].

학습에 쓴 행으로 모델을 채점했습니다. 거기서는 어떤 모델이든 좋아 보입니다. X[test]를 예측해
y[test]와 비교하세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k, rng):
        model = fit(X[train], y[train])
        scores.append(np.mean(predict(model, X[train]) == y[train]))
    return np.array(scores)
