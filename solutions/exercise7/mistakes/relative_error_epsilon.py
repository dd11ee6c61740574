"""You add a small number to the denominator, or never let it be smaller than one. For tiny
gradients that number is all there is: test for 0 instead.

분모에 작은 수를 더하거나, 분모가 그보다 작아지지 않게 했습니다. 기울기가 아주 작으면 그 수가 결과를
정해 버립니다. 대신 0인지 검사하세요.
"""

FAILS = "test_relative_error_of_tiny_gradients"


def relative_error(a, n):
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n) + 1e-7)
