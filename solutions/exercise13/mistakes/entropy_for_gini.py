"""You computed the entropy, -Σ p log₂ p, which is another measure. The Gini impurity is 1 - Σ p²;
the two agree only for a pure node.

엔트로피 -Σ p log₂ p를 계산했습니다. 지니 불순도는 1 - Σ p²입니다. 둘은 순수한 노드에서만 똑같이 0입니다.
"""

FAILS = "test_gini_of_three_classes"


def gini(labels):
    shares = np.unique(labels, return_counts=True)[1] / len(labels)
    return -np.sum(shares * np.log2(shares))
