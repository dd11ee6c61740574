"""Your sum p(1 - p) has the term of one class only. Every class has its own.

p(1 - p)의 합에 한 클래스의 항만 있습니다. 클래스마다 항이 하나씩 있어야 합니다.
"""

FAILS = "test_gini_of_three_classes"


def gini(labels):
    p = np.mean(labels == np.max(labels))
    return p * (1 - p)
