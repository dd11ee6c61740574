"""You return the share of wrong answers. The accuracy is the share of right ones.

틀린 답의 비율을 반환했습니다. 정확도는 맞은 답의 비율입니다.
"""

FAILS = "test_share_of_right_answers"


def evaluate(model, X, y):
    return np.mean(np.argmax(model.predict(X, verbose=0), axis=1) != y)
