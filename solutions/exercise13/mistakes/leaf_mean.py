"""A leaf of yours answers the mean of its labels. Labels are names of classes, so the answer is
the most common one.

리프가 레이블의 평균을 답합니다. 레이블은 클래스의 이름이므로 가장 많은 레이블을 답해야 합니다.
"""

FAILS = "test_trees_of_depth_one_to_three"


def grow(X, y, depth):
    if depth == 0 or gini(y) == 0:
        return float(np.mean(y))
    column, threshold = best_question(X, y)
    if column is None:
        return float(np.mean(y))
    left = X[:, column] <= threshold
    return (
        column,
        threshold,
        grow(X[left], y[left], depth - 1),
        grow(X[~left], y[~left], depth - 1),
    )
