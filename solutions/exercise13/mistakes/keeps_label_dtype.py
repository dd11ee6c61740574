"""You store the predictions in an array of the labels' dtype, so their fractions are cut off. Use
an array of floats.

예측을 레이블과 같은 dtype의 배열에 담아서 소수부가 잘립니다. 실수형 배열을 쓰세요.
"""

FAILS = "test_out_of_fold_predictions"


def out_of_fold(fit, predict, X, y, k):
    rows = np.arange(len(X))
    predictions = np.zeros_like(y)
    for test in np.array_split(rows, k):
        train = np.setdiff1d(rows, test)
        model = fit(X[train], y[train])
        predictions[test] = predict(model, X[test])
    return predictions
