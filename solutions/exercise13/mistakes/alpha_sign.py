"""Your alpha has the wrong sign: log(error / (1 - error)) is negative for a good model. It is
log((1 - error) / error).

alpha의 부호가 반대입니다. log(error / (1 - error))는 좋은 모델에서 음수가 됩니다. log((1 - error) / error)입니다.
"""

FAILS = "test_weights_after_a_good_model"


def boost_weights(weights, wrong):
    error = np.sum(weights[wrong])
    alpha = 0.5 * np.log(error / (1 - error))
    new = weights * np.exp(np.where(wrong, alpha, -alpha))
    return alpha, new / np.sum(new)
