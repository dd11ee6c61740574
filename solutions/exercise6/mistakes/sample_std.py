"""You divide by n - 1. Here std is the population standard deviation, which divides by n: np.std
without ddof.

n - 1로 나누었습니다. 여기서 std는 n으로 나누는 모표준편차입니다. ddof 없이 np.std를 쓰세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean = train.mean(axis=0)
    std = np.sqrt(np.sum((train - mean) ** 2, axis=0) / max(len(train) - 1, 1))
    std[std == 0] = 1.0
    return (train - mean) / std, (test - mean) / std
