"""You make one pair for every single neighbour. Each target has one pair, with all its neighbours
in one list.

이웃 단어마다 쌍을 따로 만들었습니다. 타깃마다 쌍은 하나이고, 이웃은 모두 한 리스트에 담습니다.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        left = tokens[max(0, p - window) : p]
        right = tokens[p + 1 : p + 1 + window]
        pairs += [(word, target) for word in left + right]
    return pairs
