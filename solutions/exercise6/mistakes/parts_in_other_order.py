"""You return train, test, validation. The order asked for is train, validation, test.

train, test, validation 순서로 반환했습니다. train, validation, test 순서로 반환하세요.
"""

FAILS = "test_sizes_of_the_parts"


def train_validation_test(n, validation, test, rng):
    rows = rng.permutation(n)
    held_out = validation + test
    return rows[held_out:], rows[validation:held_out], rows[:validation]
