"""You clip the interval to the range 0 to 1. An accuracy cannot leave it, but the interval can:
that shows how little so few scores say. Return it as it is.

구간을 0과 1 사이로 잘랐습니다. 정확도는 그 범위를 벗어나지 못하지만 구간은 벗어날 수 있고, 점수 몇
개로는 알 수 있는 것이 적다는 뜻입니다. 그대로 반환하세요.
"""

FAILS = "test_interval_of_wild_and_of_equal_scores"


def summary(scores):
    k = len(scores)
    mean = np.mean(scores)
    std = np.std(scores, ddof=1)
    margin = T_975[k - 1] * std / np.sqrt(k)
    return mean, std, max(0.0, mean - margin), min(1.0, mean + margin)
