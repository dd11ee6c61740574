"""You add a small number to std to avoid dividing by 0. It makes every result a little wrong, and a
constant column huge in test. Replace the zeros alone: std[std == 0] = 1.

0으로 나누지 않으려고 std에 작은 수를 더했습니다. 그러면 모든 결과가 조금씩 틀리고, 값이 모두 같은
열은 test에서 아주 커집니다. std[std == 0] = 1처럼 0만 바꾸세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0) + 1e-7
    return (train - mean) / std, (test - mean) / std
