"""You write into the tables you are given (-= and /=), so the caller's data is changed, and a table
of integers is refused. Make new arrays: (train - mean) / std.

받은 표에 -=와 /=로 직접 써서 부른 쪽의 데이터가 바뀌고, 정수 표에서는 오류가 납니다. (train - mean)
/ std처럼 새 배열을 만드세요.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1.0
    train -= mean
    train /= std
    test -= mean
    test /= std
    return train, test
