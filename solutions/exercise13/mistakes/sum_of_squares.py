"""You return Σ p², the chance that two labels agree. The impurity is the chance that they differ:
1 - Σ p².

두 레이블이 같을 확률 Σ p²을 반환합니다. 불순도는 다를 확률, 곧 1 - Σ p²입니다.
"""

FAILS = "test_gini_of_three_classes"


def gini(labels):
    shares = np.unique(labels, return_counts=True)[1] / len(labels)
    return np.sum(shares**2)
