"""You use W_in again in place of W_out. The two are different matrices.

W_out 대신 W_in을 다시 썼습니다. 둘은 서로 다른 행렬입니다.
"""

FAILS = "test_scores_of_different_words"


def cbow_scores(context, W_in, W_out):
    return W_in[context].mean(axis=0) @ W_in.T
