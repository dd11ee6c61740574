"""Your models are fitted to all rows, also to those they predict. Then the predictions only show
what was learnt by heart.

모델이 예측할 행까지 포함한 모든 행으로 학습합니다. 그러면 외운 답이 나올 뿐입니다.
"""

FAILS = "test_out_of_fold_predictions"


def out_of_fold(fit, predict, X, y, k):
    rows = np.arange(len(X))
    predictions = np.zeros(len(X))
    for test in np.array_split(rows, k):
        train = np.setdiff1d(rows, test)
        model = fit(X, y)
        predictions[test] = predict(model, X[test])
    return predictions
