"""You divide the gradient by its length. The length is needed: it says how steep f is.

기울기를 그 길이로 나누었습니다. 길이는 f가 얼마나 가파른지를 나타내므로 남겨 두어야 합니다.
"""

FAILS = "test_gradient_of_mixed_terms"

_gradient = numerical_gradient


def numerical_gradient(f, x, h=1e-4):
    gradient = _gradient(f, x, h)
    return gradient / np.sqrt(np.sum(gradient**2))
