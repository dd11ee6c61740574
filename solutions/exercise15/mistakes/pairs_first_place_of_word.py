"""You look up the place of a word with index, which always finds the first one. Count places with
enumerate or range.

단어의 자리를 index로 찾았는데, index는 언제나 첫 번째 것을 찾습니다. enumerate나 range로 자리를 세세요.
"""

FAILS = "test_pairs_of_repeated_words"


def cbow_pairs(tokens, window):
    pairs = []
    for target in tokens:
        p = tokens.index(target)
        pairs.append((tokens[max(0, p - window) : p] + tokens[p + 1 : p + 1 + window], target))
    return pairs
