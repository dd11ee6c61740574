"""You map each column to the range 0 to 1. Standardising means mean 0 and standard deviation 1.

열마다 0에서 1 사이로 바꾸었습니다. 표준화는 평균 0, 표준편차 1로 만드는 것입니다.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    low, span = train.min(axis=0), np.ptp(train, axis=0)
    span[span == 0] = 1
    return (train - low) / span, (test - low) / span
