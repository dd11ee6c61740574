"""Your std divides by n - 1 (pandas does, and `ddof=1`). Here it is the population std, which divides
by n: `np.std` as it is.

표준편차를 n - 1로 나누어 구했습니다(pandas나 `ddof=1`의 방식). 여기서는 n으로 나누는 모표준편차,
곧 `np.std` 그대로입니다.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean = train.mean(axis=0)
    std = np.sqrt(np.sum((train - mean) ** 2, axis=0) / max(len(train) - 1, 1))
    std[std == 0] = 1.0
    return (train - mean) / std, (test - mean) / std
