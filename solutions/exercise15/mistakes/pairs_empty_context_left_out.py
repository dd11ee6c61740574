"""You leave out a target that has no neighbours. A one-word text gives [([], word)].

이웃이 없는 타깃을 뺐습니다. 단어가 하나뿐인 글에서는 [([], word)]가 나와야 합니다.
"""

FAILS = "test_pairs_of_a_single_word"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        left = tokens[max(0, p - window) : p]
        right = tokens[p + 1 : p + 1 + window]
        if left + right:
            pairs.append((left + right, target))
    return pairs
