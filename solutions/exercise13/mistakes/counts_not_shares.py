"""You square the counts instead of the shares. Divide each count by the number of labels first.

비율이 아니라 개수를 제곱합니다. 먼저 개수를 레이블의 수로 나누세요.
"""

FAILS = "test_gini_of_three_classes"


def gini(labels):
    counts = np.unique(labels, return_counts=True)[1]
    return 1.0 - float(np.sum(counts**2))
