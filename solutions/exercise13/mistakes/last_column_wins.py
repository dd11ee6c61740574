"""When columns are equally good, you take the last one (a <= in place of <). The one with the
lowest number is asked.

똑같이 좋은 열이 여러 개일 때 마지막 열을 고릅니다(< 대신 <=). 번호가 가장 작은 열을 골라야 합니다.
"""

FAILS = "test_equal_columns_and_the_threshold_itself"


def best_question(X, y):
    column, threshold, lowest = None, None, np.inf
    for j in range(X.shape[1]):
        candidate, impurity = best_split(X[:, j], y)
        if candidate is not None and impurity <= lowest:
            column, threshold, lowest = j, candidate, impurity
    return column, threshold
