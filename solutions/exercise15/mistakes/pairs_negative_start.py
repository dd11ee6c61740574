"""At the left edge your slice has a negative start, which Python counts from the end of the list.
Start at max(0, p - window).

글의 왼쪽 끝에서 슬라이스의 시작이 음수가 됩니다. 파이썬은 이것을 리스트의 뒤에서부터 셉니다.
max(0, p - window)에서 시작하세요.
"""

FAILS = "test_pairs_of_different_words"


def cbow_pairs(tokens, window):
    pairs = []
    for p, target in enumerate(tokens):
        pairs.append((tokens[p - window : p] + tokens[p + 1 : p + 1 + window], target))
    return pairs
