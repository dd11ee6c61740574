"""You compare entry by entry and take the largest. A single tiny entry then decides; here one norm
is taken of the whole array.

원소끼리 비교해 가장 큰 값을 골랐습니다. 그러면 아주 작은 원소 하나가 결과를 정합니다. 여기서는 배열
전체의 노름을 구합니다.
"""

FAILS = "test_relative_error_of_random_arrays"


def relative_error(a, n):
    return np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n)))
