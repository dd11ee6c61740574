"""You count each word once, as in a set. A word that occurs twice counts twice.

집합처럼 단어를 한 번씩만 셌습니다. 두 번 나온 단어는 두 번 셉니다.
"""

FAILS = "test_scores_of_repeated_words"


def cbow_scores(context, W_in, W_out):
    return W_in[sorted(set(context))].mean(axis=0) @ W_out
