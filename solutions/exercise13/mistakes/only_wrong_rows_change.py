"""You multiply the wrong rows by exp(alpha) and leave the right ones. The right rows are
multiplied by exp(-alpha).

틀린 행에 exp(alpha)를 곱하고 맞은 행은 그대로 두었습니다. 맞은 행에는 exp(-alpha)를 곱해야 합니다.
"""

FAILS = "test_weights_after_a_good_model"


def boost_weights(weights, wrong):
    error = np.sum(weights[wrong])
    alpha = 0.5 * np.log((1 - error) / error)
    new = weights * np.where(wrong, np.exp(alpha), 1.0)
    return alpha, new / np.sum(new)
