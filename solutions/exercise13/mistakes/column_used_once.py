"""You do not ask about a column again further down. A column of numbers may be asked about as
often as it helps, with another threshold each time.

위쪽에서 이미 물은 열을 아래쪽에서 다시 묻지 않습니다. 숫자 열에는 기준값을 바꾸어 몇 번이든
물을 수 있습니다.
"""

FAILS = "test_tree_that_learns_by_heart"


def grow(X, y, depth, used=()):
    if depth == 0 or gini(y) == 0:
        return most_common(y)
    free = [j for j in range(X.shape[1]) if j not in used]
    column, threshold = best_question(X[:, free], y)
    if column is None:
        return most_common(y)
    column = free[column]
    left = X[:, column] <= threshold
    used = (*used, column)
    return (
        column,
        threshold,
        grow(X[left], y[left], depth - 1, used),
        grow(X[~left], y[~left], depth - 1, used),
    )
