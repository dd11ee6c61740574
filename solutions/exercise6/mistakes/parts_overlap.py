"""You draw the parts each from all the rows, so some rows are in two parts and others in none.
Shuffle once and cut the result in three.

세 부분을 각각 전체 행에서 뽑아서 어떤 행은 두 부분에 들어가고 어떤 행은 아무 데도 없습니다. 한 번
섞은 것을 셋으로 자르세요.
"""

FAILS = "test_parts_share_no_row"


def train_validation_test(n, validation, test, rng):
    return (
        rng.permutation(n)[: n - validation - test],
        rng.permutation(n)[:validation],
        rng.permutation(n)[:test],
    )
