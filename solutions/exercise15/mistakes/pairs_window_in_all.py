"""You take `window` words in all, half on each side. It is `window` words on each side.

양쪽을 합해 `window`개만 골랐습니다. `window`는 한쪽의 단어 수입니다.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        left = tokens[max(0, p - window // 2) : p]
        pairs.append((left + tokens[p + 1 : p + 1 + window // 2], target))
    return pairs
