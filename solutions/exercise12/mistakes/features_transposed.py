"""Each of your rows holds one power of all inputs. A row must be one example: put the powers in
columns, with np.stack(…, axis=1).

행마다 한 차수의 거듭제곱이 모여 있습니다. 한 행이 예제 하나가 되도록 np.stack(…, axis=1)로 거듭제곱을 열에 놓으세요.
"""

FAILS = "test_powers"


def polynomial_features(x, degree):
    return np.array([x.astype(float) ** k for k in range(degree + 1)])
