"""You take the share of the wrong rows. The error is the sum of their weights; after the first
round these are not the same.

틀린 행의 비율을 구했습니다. error는 틀린 행의 가중치의 합입니다. 첫 라운드가 지나면 둘은 다릅니다.
"""

FAILS = "test_weights_after_a_good_model"


def boost_weights(weights, wrong):
    error = np.mean(wrong)
    alpha = 0.5 * np.log((1 - error) / error)
    new = weights * np.exp(np.where(wrong, alpha, -alpha))
    return alpha, new / np.sum(new)
