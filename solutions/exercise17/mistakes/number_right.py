"""You return how many answers are right. Divide by their number: `np.mean`.

맞은 답의 개수를 반환했습니다. 전체 개수로 나누세요. `np.mean`을 쓰면 됩니다.
"""

FAILS = "test_share_of_right_answers"


def evaluate(model, X, y):
    return float(np.sum(np.argmax(model.predict(X, verbose=0), axis=1) == y))
