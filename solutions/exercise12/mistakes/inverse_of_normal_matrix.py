"""You invert AᵀA. Where columns depend on each other it has no inverse: numpy raises LinAlgError,
or returns numbers like 1e16. np.linalg.lstsq finds a best w in every case.

AᵀA의 역행렬을 구했습니다. 열이 서로 종속이면 역행렬이 없어서 numpy가 LinAlgError를 내거나 1e16
같은 수를 반환합니다. np.linalg.lstsq는 어떤 경우에도 가장 좋은 w를 찾습니다.
"""

FAILS = "test_dependent_columns"


def fit_linear(X, y):
    A = np.hstack([X, np.ones((len(X), 1))])
    solution = np.linalg.inv(A.T @ A) @ A.T @ y
    return solution[:-1], solution[-1]
