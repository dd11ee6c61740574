"""You fill up the context with 0 at the edges. 0 is a word; leave the context shorter.

글의 양 끝에서 문맥을 0으로 채웠습니다. 0도 단어입니다. 문맥을 짧은 그대로 두세요.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    padded = [0] * window + tokens + [0] * window
    pairs = []
    for p, target in enumerate(tokens):
        pairs.append((padded[p : p + window] + padded[p + 1 + window : p + 1 + 2 * window], target))
    return pairs
