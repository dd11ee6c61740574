"""Your folds take every k-th row. They are contiguous: neighbouring rows, in the order they have.

폴드에 k행마다 하나씩 넣었습니다. 폴드는 원래 순서에서 서로 이어진 행들입니다.
"""

FAILS = "test_out_of_fold_predictions"


def out_of_fold(fit, predict, X, y, k):
    rows = np.arange(len(X))
    predictions = np.zeros(len(X))
    for test in (rows[i::k] for i in range(k)):
        train = np.setdiff1d(rows, test)
        model = fit(X[train], y[train])
        predictions[test] = predict(model, X[test])
    return predictions
