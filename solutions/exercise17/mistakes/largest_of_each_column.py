"""Your argmax goes down the columns (axis 0) and finds a flower for each class. Take the largest of each
row: `axis=1`.

argmax를 열 방향(axis 0)으로 구해서 클래스마다 꽃을 하나씩 찾았습니다. 행마다 가장 큰 값을 찾으세요.
`axis=1`입니다.
"""

FAILS = "test_share_of_right_answers"


def evaluate(model, X, y):
    return np.mean(np.argmax(model.predict(X, verbose=0), axis=0) == y)
