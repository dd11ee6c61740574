"""Your context has the target in it, so there is nothing to guess. Leave its place out.

문맥에 타깃이 들어 있어서 알아맞힐 것이 없습니다. 타깃의 자리는 빼세요.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        pairs.append((tokens[max(0, p - window) : p + 1 + window], target))
    return pairs
