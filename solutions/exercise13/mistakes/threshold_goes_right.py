"""A row whose value equals the threshold goes right in your predict. At most the threshold is
left: <=, not <.

predict에서 값이 기준값과 같은 행이 오른쪽으로 갑니다. 기준값 이하는 왼쪽입니다. <가 아니라 <=입니다.
"""

FAILS = "test_equal_columns_and_the_threshold_itself"


def follow(node, row):
    while isinstance(node, tuple):
        column, threshold, left, right = node
        node = left if row[column] < threshold else right
    return node
