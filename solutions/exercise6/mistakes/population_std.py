"""You divide by k. The scores are a sample, and the mean was computed from the same scores, so the
sample standard deviation divides by k - 1: np.std(scores, ddof=1).

k로 나누었습니다. 점수는 표본이고 평균도 같은 점수로 구했으므로 표본 표준편차는 k - 1로 나눕니다.
np.std(scores, ddof=1)을 쓰세요.
"""

FAILS = "test_summary_of_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    std = np.std(scores)
    margin = T_975[k - 1] * std / np.sqrt(k)
    return mean, std, mean - margin, mean + margin
