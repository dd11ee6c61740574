"""You take 1.96, which belongs to the normal distribution and to very many scores. With a few
scores the standard deviation is uncertain too, so take Student's t for k - 1 degrees of freedom:
2.776 for five scores.

1.96을 썼습니다. 정규분포, 곧 점수가 아주 많을 때의 값입니다. 점수가 몇 개뿐이면 표준편차도
불확실하므로 자유도 k - 1의 t를 쓰세요. 점수가 다섯 개면 2.776입니다.
"""

FAILS = "test_summary_of_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    std = np.std(scores, ddof=1)
    margin = 1.96 * std / np.sqrt(k)
    return mean, std, mean - margin, mean + margin
