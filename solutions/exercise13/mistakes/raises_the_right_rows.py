"""You raise the weights of the right rows and lower the wrong ones. The next model must mind what
went wrong: exp(+alpha) there.

맞은 행의 가중치를 키우고 틀린 행의 가중치를 줄였습니다. 다음 모델은 틀린 행에 신경 써야 하므로 그쪽에 exp(+alpha)를 곱합니다.
"""

FAILS = "test_weights_after_a_good_model"


def boost_weights(weights, wrong):
    error = np.sum(weights[wrong])
    alpha = 0.5 * np.log((1 - error) / error)
    new = weights * np.exp(np.where(wrong, -alpha, alpha))
    return alpha, new / np.sum(new)
