"""You change the caller's tables (`train -= mean`). Make new ones: `(train - mean) / std`.

호출한 쪽의 표를 바꾸었습니다(`train -= mean`). `(train - mean) / std`처럼 새 표를 만드세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1.0
    for table in (train, test):
        table -= mean
        table /= std
    return train, test
