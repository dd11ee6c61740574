"""You return 1 minus the largest share, which is the error rate of the node. The Gini impurity
squares all shares: 1 - Σ p².

1에서 가장 큰 비율을 뺀 값, 곧 노드의 오분류율을 반환합니다. 지니 불순도는 모든 비율을 제곱합니다: 1 - Σ p².
"""

FAILS = "test_gini_of_three_classes"


def gini(labels):
    shares = np.unique(labels, return_counts=True)[1] / len(labels)
    return 1.0 - np.max(shares)
