"""You take t for k degrees of freedom. One is used up by the mean: k scores leave k - 1.

자유도 k의 t를 썼습니다. 평균을 구하는 데 자유도 하나를 쓰므로 점수가 k개면 자유도는 k - 1입니다.
"""

FAILS = "test_summary_of_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    std = np.std(scores, ddof=1)
    margin = T_975[k] * std / np.sqrt(k)
    return mean, std, mean - margin, mean + margin
