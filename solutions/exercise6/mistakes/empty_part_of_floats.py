"""You make the parts with np.array from lists. An empty list becomes an array of floats, and
X[rows] refuses that. Slice an array, or say np.array(rows, dtype=np.int64).

리스트를 np.array로 바꾸어 만들었습니다. 빈 리스트는 실수형 배열이 되고, X[rows]는 실수형 배열을
받지 않습니다. 배열을 슬라이스하거나 np.array(rows, dtype=np.int64)로 쓰세요.
"""

FAILS = "test_sizes_of_the_parts"


def train_validation_test(n, validation, test, rng):
    rows = list(rng.permutation(n))
    held_out = validation + test
    parts = rows[held_out:], rows[:validation], rows[validation:held_out]
    return tuple(np.array([int(row) for row in part]) for part in parts)
