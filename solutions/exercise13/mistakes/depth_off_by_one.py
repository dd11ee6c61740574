"""Your tree asks one question more than max_depth. With max_depth 0 it is a single leaf, with 1 it
has one question.

트리가 max_depth보다 질문을 하나 더 합니다. max_depth가 0이면 리프 하나, 1이면 질문 하나입니다.
"""

FAILS = "test_trees_of_depth_one_to_three"


def grow(X, y, depth):
    if depth < 0 or gini(y) == 0:
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
