"""You add up over the examples and do not divide by N. With 7 students the gradient is 7 times too
long, as if the learning rate were 7 times as large.

예제에 대해 더하기만 하고 N으로 나누지 않았습니다. 학생이 7명이면 기울기가 7배가 되어, 학습률을 7배로 한
것과 같습니다.
"""

FAILS = "test_gradient"


def logistic_gradient(X, t, w, b):
    error = predict_proba(X, w, b) - t
    return X.T @ error, float(np.sum(error))
