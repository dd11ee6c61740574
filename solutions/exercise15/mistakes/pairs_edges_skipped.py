"""You skip the words near the edges. Every word is a target; at the edges its context is shorter.

글의 양 끝에 있는 단어를 건너뛰었습니다. 모든 단어가 타깃이고, 양 끝에서는 문맥이 짧을 뿐입니다.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p in range(window, len(tokens) - window):
        context = tokens[p - window : p] + tokens[p + 1 : p + 1 + window]
        pairs.append((context, tokens[p]))
    return pairs
