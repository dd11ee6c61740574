"""You store the probabilities in an array of integers, because zeros_like(z) takes the type of z.
With integers in X, w and b every probability becomes 0. Ask for np.zeros(len(X)).

확률을 정수 배열에 넣었습니다. zeros_like(z)는 z의 자료형을 따릅니다. 그래서 X, w, b가
정수이면 확률이 모두 0이 됩니다. np.zeros(len(X))를 쓰세요.
"""

FAILS = "test_probabilities_of_integers"


def predict_proba(X, w, b):
    z = X @ w + b
    p = np.zeros_like(z)
    for n in range(len(z)):
        p[n] = 1 / (1 + np.exp(-z[n]))
    return p
