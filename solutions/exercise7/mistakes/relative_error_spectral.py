"""Your norm of a matrix is not the root of the sum of squares: np.linalg.norm(v, 2) is the largest
singular value. Leave the 2 out.

행렬의 노름이 제곱합의 제곱근이 아닙니다. np.linalg.norm(v, 2)는 가장 큰 특잇값입니다. 2를 빼세요.
"""

FAILS = "test_relative_error_of_random_arrays"


def relative_error(a, n):
    size = np.linalg.norm(a, 2) + np.linalg.norm(n, 2)
    if size == 0:
        return 0.0
    return np.linalg.norm(a - n, 2) / size
