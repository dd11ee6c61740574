"""You divide by V, the size of the vocabulary. The mean divides by the number of words of the
context.

어휘의 크기 V로 나누었습니다. 평균은 문맥에 있는 단어의 수로 나눕니다.
"""

FAILS = "test_scores_of_different_words"


def cbow_scores(context, W_in, W_out):
    return W_in[context].sum(axis=0) / len(W_in) @ W_out
