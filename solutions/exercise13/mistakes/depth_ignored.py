"""Your tree does not stop at max_depth. Give the depth that is left to the children, one less each
time, and make a leaf at 0.

트리가 max_depth에서 멈추지 않습니다. 남은 깊이를 하나씩 줄여 자식에게 넘기고, 0이면 리프로 만드세요.
"""

FAILS = "test_trees_of_depth_one_to_three"


def grow(X, y, depth):
    if gini(y) == 0:
        return most_common(y)
    column, threshold = best_question(X, y)
    if column is None:
        return most_common(y)
    left = X[:, column] <= threshold
    return (
        column,
        threshold,
        grow(X[left], y[left], depth - 1),
        grow(X[~left], y[~left], depth - 1),
    )
