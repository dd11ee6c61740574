"""You train one model, for the first fold, and test it on every fold. From the second fold on it
has seen the test rows. Call fit inside the loop.

첫 폴드에서 학습한 모델 하나로 모든 폴드를 테스트했습니다. 둘째 폴드부터는 모델이 이미 본 행을
테스트합니다. fit을 반복문 안에서 부르세요.
"""

FAILS = "test_scores_of_nearest_neighbours"


def cross_validate(fit, predict, X, y, k, rng=None):
    folds = kfold_indices(len(X), k, rng)
    first = folds[0][0]
    model = fit(X[first], y[first])
    return np.array([np.mean(predict(model, X[test]) == y[test]) for _, test in folds])
