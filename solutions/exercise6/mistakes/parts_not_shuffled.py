"""You divide the rows in the order of the file and do not use the rng. In a sorted file a part
would hold one class alone. Divide rng.permutation(n).

rng를 쓰지 않고 파일의 순서대로 나누었습니다. 정렬된 파일이라면 한 부분에 한 클래스만 들어갑니다.
rng.permutation(n)을 나누세요.
"""

FAILS = "test_parts_are_drawn_by_the_rng"


def train_validation_test(n, validation, test, rng):
    rows = np.arange(n)
    held_out = validation + test
    return rows[held_out:], rows[:validation], rows[validation:held_out]
