"""Your context holds only the words before the target. The words after it belong to it, too.

문맥에 타깃 앞의 단어만 있습니다. 뒤의 단어도 문맥입니다.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        left = tokens[max(0, p - window) : p]
        right = tokens[p + 1 : p + 1 + window]
        pairs.append((left, target))
    return pairs
