"""You leave out every word that equals the target. Leave out its place; the same word in another
place belongs to the context.

타깃과 같은 단어를 모두 뺐습니다. 타깃의 자리만 빼야 합니다. 다른 자리에 있는 같은 단어는 문맥입니다.
"""

FAILS = "test_pairs_of_repeated_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        around = tokens[max(0, p - window) : p + 1 + window]
        pairs.append(([word for word in around if word != target], target))
    return pairs
