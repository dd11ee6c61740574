"""You put a 1 in the place of every word, so that a word that occurs twice still has a single 1.
Add 1 for each time it occurs.

단어의 자리마다 1을 대입해서, 두 번 나온 단어도 1이 하나뿐입니다. 나올 때마다 1을 더하세요.
"""

FAILS = "test_scores_of_repeated_words"


def cbow_scores(context, W_in, W_out):
    row = np.zeros(len(W_in))
    row[context] = 1
    return row / len(context) @ W_in @ W_out
