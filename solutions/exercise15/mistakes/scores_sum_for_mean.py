"""You add up the vectors of the context. It is their mean: divide by the number of words.

문맥의 벡터를 더하기만 했습니다. 평균이므로 단어의 수로 나누세요.
"""

FAILS = "test_scores_of_different_words"


def cbow_scores(context, W_in, W_out):
    return W_in[context].sum(axis=0) @ W_out
