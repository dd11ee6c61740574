"""You count from the end, rows[-test:]. For test = 0 that is rows[0:], all the rows instead of
none. Count from the front.

rows[-test:]처럼 뒤에서부터 세었습니다. test가 0이면 rows[0:]이 되어 빈 배열이 아니라 모든 행이
나옵니다. 앞에서부터 세세요.
"""

FAILS = "test_sizes_of_the_parts"


def train_validation_test(n, validation, test, rng):
    rows = rng.permutation(n)
    return rows[: n - validation - test], rows[n - validation - test : n - test], rows[-test:]
