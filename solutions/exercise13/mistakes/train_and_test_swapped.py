"""You fit to the one fold that is to be left out. Fit to all the other folds, and predict that
one.

한 폴드로 학습합니다. 나머지 폴드 전부로 학습하고, 빼 둔 폴드를 예측하세요.
"""

FAILS = "test_out_of_fold_predictions"


def out_of_fold(fit, predict, X, y, k):
    rows = np.arange(len(X))
    predictions = np.zeros(len(X))
    for test in np.array_split(rows, k):
        train = np.setdiff1d(rows, test)
        model = fit(X[test], y[test])
        predictions[test] = predict(model, X[test])
    return predictions
