"""Your alpha lacks the factor 0.5. Each weight is multiplied by exp(alpha) or exp(-alpha), so the
two differ by exp(2 alpha) already.

alpha에 0.5가 빠졌습니다. 가중치에 exp(alpha) 또는 exp(-alpha)를 곱하므로 둘은 이미 exp(2 alpha)배 차이가 납니다.
"""

FAILS = "test_weights_after_a_good_model"


def boost_weights(weights, wrong):
    error = np.sum(weights[wrong])
    alpha = np.log((1 - error) / error)
    new = weights * np.exp(np.where(wrong, alpha, -alpha))
    return alpha, new / np.sum(new)
