"""Your tree stops where the best split gains nothing. It must go on while depth is left: the first
question of XOR gains nothing either.

가장 좋은 분할의 이득이 0이면 트리가 멈춥니다. 깊이가 남아 있으면 계속 나누어야 합니다. XOR의 첫 질문도 이득이 0입니다.
"""

FAILS = "test_tree_of_xor"


def best_question(X, y):
    column, threshold, lowest = None, None, gini(y) - 1e-12
    for j in range(X.shape[1]):
        candidate, impurity = best_split(X[:, j], y)
        if candidate is not None and impurity < lowest:
            column, threshold, lowest = j, candidate, impurity
    return column, threshold
