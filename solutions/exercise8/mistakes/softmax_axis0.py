"""Your softmax runs down the columns, so that the examples share one sum. Each row is an example
of its own: axis=1.

소프트맥스를 열 방향으로 구해 예제들이 합 하나를 나누어 가집니다. 행마다 예제가 하나이므로
axis=1입니다.
"""

FAILS = "test_predict_of_random_networks"


def softmax(a):
    e = np.exp(a - a.max(axis=0))
    return e / e.sum(axis=0)
