"""You count with np.bincount or with range(C), as if labels were 0, 1, 2, …. A label may be any
integer, negative too; np.unique counts them all.

레이블이 0, 1, 2, …라고 보고 np.bincount나 range(C)로 셌습니다. 레이블은 음수를 포함해 어떤 정수든 될 수 있습니다. np.unique는 모두 세어
줍니다.
"""

FAILS = "test_gini_of_any_labels"


def gini(labels):
    shares = np.bincount(labels) / len(labels)
    return 1.0 - np.sum(shares**2)
