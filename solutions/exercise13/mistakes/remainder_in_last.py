"""All left-over rows are in your last fold. Sizes differ by at most one, with the larger folds
first: 10 rows in 3 folds are 4, 3, 3.

남는 행을 모두 마지막 폴드에 넣었습니다. 폴드의 크기는 많아야 하나 차이 나고 큰 폴드가 앞에
옵니다. 10행을 폴드 3개로 나누면 4, 3, 3입니다.
"""

FAILS = "test_out_of_fold_predictions"


def out_of_fold(fit, predict, X, y, k):
    rows = np.arange(len(X))
    predictions = np.zeros(len(X))
    for test in np.split(rows, [len(X) // k * i for i in range(1, k)]):
        train = np.setdiff1d(rows, test)
        model = fit(X[train], y[train])
        predictions[test] = predict(model, X[test])
    return predictions
