"""You take the variance for the standard deviation. Its root is missing: np.std, not np.var.

표준편차 대신 분산을 썼습니다. 제곱근이 빠졌습니다. np.var가 아니라 np.std를 쓰세요.
"""

FAILS = "test_summary_of_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    std = np.var(scores, ddof=1)
    margin = T_975[k - 1] * std / np.sqrt(k)
    return mean, std, mean - margin, mean + margin
