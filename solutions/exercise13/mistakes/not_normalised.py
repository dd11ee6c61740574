"""Your new weights do not sum to 1. Divide them by their sum.

새 가중치의 합이 1이 아닙니다. 가중치를 그 합으로 나누세요.
"""

FAILS = "test_weights_after_a_good_model"


def boost_weights(weights, wrong):
    error = np.sum(weights[wrong])
    alpha = 0.5 * np.log((1 - error) / error)
    new = weights * np.exp(np.where(wrong, alpha, -alpha))
    return alpha, new
