"""Your interval says where single scores lie. The mean of k scores is more certain than one score:
divide std by sqrt(k).

점수 하나가 놓일 구간을 구했습니다. 점수 k개의 평균은 하나보다 더 확실합니다. std를 sqrt(k)로
나누세요.
"""

FAILS = "test_summary_of_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    std = np.std(scores, ddof=1)
    margin = T_975[k - 1] * std
    return mean, std, mean - margin, mean + margin
