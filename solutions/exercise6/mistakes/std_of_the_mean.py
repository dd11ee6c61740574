"""Your second number is std / sqrt(k), the standard error of the mean. Return the standard
deviation of the scores; the division by sqrt(k) belongs to the margin alone.

둘째 수로 평균의 표준오차 std / sqrt(k)를 반환했습니다. 점수의 표준편차를 반환하세요. sqrt(k)로
나누는 것은 오차 한계를 구할 때뿐입니다.
"""

FAILS = "test_summary_of_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    error = np.std(scores, ddof=1) / np.sqrt(k)
    margin = T_975[k - 1] * error
    return mean, error, mean - margin, mean + margin
