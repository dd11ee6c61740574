"""You compute mean and std over training and test rows together, so the training rows learn
something about the test. Use train alone: then each of its columns has mean 0 exactly.

학습 행과 테스트 행을 합쳐서 평균과 표준편차를 구했습니다. 그러면 테스트의 정보가 학습으로 새어
나갑니다. train만 쓰세요. 그러면 train의 모든 열 평균이 정확히 0이 됩니다.
"""

FAILS = "test_standardised_tables"


def standardise(train, test):
    everything = np.concatenate([train, test])
    mean, std = everything.mean(axis=0), everything.std(axis=0)
    std[std == 0] = 1.0
    return (train - mean) / std, (test - mean) / std
