"""You do not pass the rng on to kfold_indices, so cross_validate never shuffles. Call
kfold_indices(len(X), k, rng).

rng를 kfold_indices에 넘겨주지 않아서 cross_validate가 행을 섞지 않습니다. kfold_indices(len(X), k,
rng)로 부르세요.
"""

FAILS = "test_shuffled_rows_keep_their_labels"


def cross_validate(fit, predict, X, y, k, rng=None):
    scores = []
    for train, test in kfold_indices(len(X), k):
        model = fit(X[train], y[train])
        scores.append(np.mean(predict(model, X[test]) == y[test]))
    return np.array(scores)
