"""You compute e^z / (1 + e^z). For z = 800 both overflow to infinity, and infinity over infinity
is NaN. 1 / (1 + exp(-z)) is the same number and has no such place.

e^z / (1 + e^z)로 계산했습니다. z = 800이면 분자와 분모가 모두 무한대가 되어 NaN이
나옵니다. 1 / (1 + exp(-z))는 값이 같으면서 그런 문제가 없습니다.
"""

FAILS = "test_probabilities_of_large_logits"


def predict_proba(X, w, b):
    z = X @ w + b
    return np.exp(z) / (1 + np.exp(z))
