"""You take the plain mean of the two impurities. A side with many rows must count more: weight
each by its share of the rows.

양쪽 불순도를 그냥 평균했습니다. 행이 많은 쪽이 더 중요하므로 행의 비율을 곱해야 합니다.
"""

FAILS = "test_split_of_noisy_labels"


def impurity_of_split(left, right):
    return (gini(left) + gini(right)) / 2
