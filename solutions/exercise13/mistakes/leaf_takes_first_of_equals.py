"""On a tie your leaf answers the label that came first, or the highest. The lowest of the most
common labels is asked.

개수가 같을 때 리프가 먼저 나온 레이블이나 가장 큰 레이블을 답합니다. 가장 많은 레이블 가운데 가장 작은 것이어야 합니다.
"""

FAILS = "test_tree_of_depth_zero"


def first_of_most_common(labels):
    labels = labels.tolist()
    return max(labels, key=labels.count)


def grow(X, y, depth):
    if depth == 0 or gini(y) == 0:
        return first_of_most_common(y)
    column, threshold = best_question(X, y)
    if column is None:
        return first_of_most_common(y)
    left = X[:, column] <= threshold
    return (
        column,
        threshold,
        grow(X[left], y[left], depth - 1),
        grow(X[~left], y[~left], depth - 1),
    )
