"""You send the scores through a softmax. Return them raw.

점수에 소프트맥스를 적용했습니다. 점수를 그대로 반환하세요.
"""

FAILS = "test_scores_of_different_words"


def cbow_scores(context, W_in, W_out):
    s = W_in[context].mean(axis=0) @ W_out
    e = np.exp(s - s.max())
    return e / e.sum()
