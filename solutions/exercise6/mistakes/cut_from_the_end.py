"""You cut the parts off with negative numbers, rows[:-k] and rows[-k:]. For k = 0 the first is
empty and the second everything, instead of the other way round. Count from the front.

rows[:-k]와 rows[-k:]처럼 음수로 뒤에서부터 잘랐습니다. k가 0이면 앞의 것은 빈 배열, 뒤의 것은
전체가 되어 원하는 것과 반대입니다. 앞에서부터 세세요.
"""

FAILS = "test_sizes_of_the_parts"


def train_validation_test(n, validation, test, rng):
    rows = rng.permutation(n)
    held_out = validation + test
    return rows[:-held_out], rows[-held_out:-test], rows[-test:]
