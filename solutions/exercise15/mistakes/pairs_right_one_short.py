"""On the right your context is one word short: a slice or range ends before its end, so it must go
to p + 1 + window.

오른쪽 문맥이 한 단어 모자랍니다. 슬라이스와 range는 끝을 포함하지 않으므로 p + 1 + window까지
가야 합니다.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        places = range(max(0, p - window), min(len(tokens), p + window))
        pairs.append(([tokens[q] for q in places if q != p], target))
    return pairs
