"""You add 1 to the predicted column, as if codes counted from 1. Column 0 is code 0.

코드가 1부터인 것처럼 예측한 열에 1을 더했습니다. 0번 열이 코드 0입니다.
"""

FAILS = "test_share_of_right_answers"


def evaluate(model, X, y):
    return np.mean(np.argmax(model.predict(X, verbose=0), axis=1) + 1 == y)
